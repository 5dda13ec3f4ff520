// Texts with their numbers and plural forms, as dashboard/words.py prints them.
import type { Lang } from "./data";

const THIN = "\u202f";

export function number(value: number, lang: Lang): string {
  const rounded = Number.isInteger(value) ? String(value) : value.toFixed(1).replace(".", lang === "en" ? "." : ",");
  const parts = /^(-?\d+)(.*)$/.exec(rounded);
  if (!parts) return rounded;
  const whole = parts[1]!;
  return whole.replace(/\B(?=(\d{3})+$)/g, THIN) + parts[2]!;
}

/** Which of the forms goes with a number: of three in Russian, two in English, the only one in Kazakh. */
export function plural(value: number, lang: Lang): number {
  if (lang === "kk") return 0;
  if (lang === "en") return value === 1 ? 0 : 1;
  const tens = value % 100;
  const ones = value % 10;
  if (ones === 1 && tens !== 11) return 0;
  return ones >= 2 && ones <= 4 && !(tens >= 12 && tens <= 14) ? 1 : 2;
}

export type Say = (key: string, values?: Record<string, string | number>) => string;

export function sayer(words: Record<string, string>, lang: Lang): Say {
  return (key, values = {}) => {
    const text = words[key];
    if (text === undefined) throw new Error(`no word ${key}`);
    return text.replace(/\{(\w+)(?::([^}]*))?\}/g, (_, name: string, forms?: string) => {
      const value = values[name];
      if (typeof value !== "number") return String(value ?? "");
      return forms ? (forms.split("|")[plural(value, lang)] ?? "") : number(value, lang);
    });
  };
}
