MATCH (k:Knelpunt) WHERE k.volgorde IS NOT NULL
WITH k ORDER BY k.volgorde LIMIT 25
RETURN collect([k.id, k.titel, k.fase,
  COLLECT { MATCH (k)-[:GAAT_OVER]->(t) WITH t ORDER BY t.volgorde RETURN t.naam },
  COLLECT { MATCH (k)<-[:LOST_OP]-(o) WITH o ORDER BY o.volgorde LIMIT 3 RETURN [o.titel, o.rijpheid] }])
