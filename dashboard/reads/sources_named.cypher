// Sources that something rests on, by name.
MATCH (source:Source)
WHERE EXISTS { MATCH (source)<-[:CITES]-(:Claim) }
RETURN {id: source.id, label: source.label, label_ru: source.label_ru, label_kk: source.label_kk,
        label_en: source.label_en} AS source
ORDER BY source.label
