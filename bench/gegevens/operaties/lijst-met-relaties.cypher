MATCH (k:Knelpunt) WHERE k.volgorde IS NOT NULL
WITH k ORDER BY k.volgorde LIMIT 25
RETURN {knelpunten: {nodes: collect({
  id: k.id, titel: k.titel, fase: k.fase,
  themas: COLLECT { MATCH (k)-[:GAAT_OVER]->(t) WITH t ORDER BY t.volgorde RETURN {naam: t.naam}},
  oplossingen: {nodes: COLLECT {
    MATCH (k)<-[:LOST_OP]-(o) WITH o ORDER BY o.volgorde LIMIT 3
    RETURN {titel: o.titel, rijpheid: o.rijpheid}}}
})}} AS data
