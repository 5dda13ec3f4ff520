/* ---
id: second_hand_references
title:
  ru: Что держится на архивных ссылках из вторых рук?
  kk: Екінші қолдан алынған архив сілтемелеріне не сүйенеді?
  en: What rests on archival references at second hand?
help:
  ru: Документы, которых никто из нас не видел – их шифр и слова взяты из другого текста. Это список для заказа дел в архиве; видно, чего не хватает в шифре и сколько сведений на нём держится.
  kk: Өзіміз көрмеген құжаттар – шифры мен сөзі басқа мәтіннен алынған. Бұл архивтен іс сұратуға арналған тізім; шифрда не жетіспейтіні және оған қанша мәлімет сүйенетіні көрінеді.
  en: Documents that none of us has seen – their reference and their words come from another text. It is a list for ordering files in the archive; it shows what the reference lacks and how many claims rest on it.
params: []
columns:
  - {name: document, type: entity, label: {ru: Документ, kk: Құжат, en: Document}}
  - {name: reference, type: text, label: {ru: Шифр словами источника, kk: Шифр дереккөз сөзімен, en: Reference as written}}
  - {name: unit, type: entity}
  - {name: seen_in, type: entities, label: {ru: Где приведён, kk: Қайда келтірілген, en: Cited in}}
  - {name: number, type: count, label: {ru: Сведений держится, kk: Сүйенетін мәлімет, en: Claims resting on it}}
  - {name: claims, type: claims}
example: {}
expect: {at_least: 1}
--- */
MATCH (document:Source)
RETURN {id: document.id, kind: 'Source', label: document.label} AS document, document.reference AS reference,
       null AS unit, [] AS seen_in, 0 AS number, [] AS claims
ORDER BY document.id
