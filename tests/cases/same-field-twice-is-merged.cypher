RETURN COLLECT { MATCH (n1:Knelpunt) WHERE n1.volgorde IS NOT NULL WITH n1 ORDER BY n1.volgorde LIMIT $p0 RETURN [COLLECT { MATCH (n1)-[:GAAT_OVER]->(n2) WITH n2 ORDER BY n2.volgorde RETURN [COLLECT { MATCH (n2)<-[:DEEL_VAN]-(n3) WITH n3 ORDER BY n3.volgorde RETURN [n3.id] }, n2.id, n2.naam] }, n1.id, n1.titel] } AS c0,
  COUNT { MATCH (n1:Knelpunt) } AS c1
