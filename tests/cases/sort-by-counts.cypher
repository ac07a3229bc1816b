RETURN COLLECT { MATCH (n1:Gemeente) WHERE n1.einddatum IS NULL WITH n1 ORDER BY COUNT { MATCH (n1)-[:PAST_TOE]->() } DESC, n1.volgorde LIMIT $p0 RETURN [COUNT { MATCH (n1)-[:PAST_TOE]->() }, n1.naam] } AS c0,
  COLLECT { MATCH (n1:Knelpunt) WITH n1 ORDER BY COUNT { MATCH (n1)<-[:ERVAART]-(n2:Gemeente) } DESC, n1.volgorde LIMIT $p1 RETURN [COUNT { MATCH (n1)<-[:ERVAART]-() }, n1.titel] } AS c1,
  COLLECT { MATCH (n1:Knelpunt) WITH n1 ORDER BY COUNT { MATCH (n1)<-[:LOST_OP]-() } DESC, n1.volgorde LIMIT $p2 RETURN [COUNT { MATCH (n1)<-[:LOST_OP]-() }, n1.titel] } AS c2
