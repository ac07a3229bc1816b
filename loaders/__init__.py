"""From documents to proposals to the graph. Each stage is a function from value to value; only the last ones write.

reading     bytes -> Document, or a refusal                       lees
structured  yaml, json, csv -> records with their place           knip
records     records -> facts, checked against the model           vind, herleid (with naming)
lines       plain text -> facts, questions and what was left      vind, herleid
proposal    facts + graph -> voorstel.json                        stel voor
intake      the five above, for files and folders
apply       decisions -> one transaction -> receipt               pas toe, bon
undo        receipt -> the graph as it was
"""
