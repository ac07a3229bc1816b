RETURN COLLECT { MATCH (n1:Traject) WHERE (NOT EXISTS { MATCH (n1)-[:GAAT_OVER]->(n2) WHERE EXISTS { MATCH (n2)-[:DEEL_VAN*0..6]->(n3) WHERE n3.id IN $p0 } } AND n1.volgorde IS NOT NULL) WITH n1 ORDER BY n1.volgorde LIMIT $p1 RETURN [COLLECT { MATCH (n1)-[:GAAT_OVER]->(n2) WITH n2 ORDER BY n2.volgorde RETURN [n2.id] }] } AS c0,
  COUNT { MATCH (n1:Knelpunt) WHERE EXISTS { MATCH (n1)-[:GAAT_OVER]->(n2) WHERE EXISTS { MATCH (n2)-[:DEEL_VAN*0..6]->(n3) WHERE n3.id IN $p2 } } } AS c1,
  COUNT { MATCH (n1:Knelpunt) WHERE EXISTS { MATCH (n1)-[:GAAT_OVER]->(n2) WHERE n2.id IN $p3 } } AS c2
