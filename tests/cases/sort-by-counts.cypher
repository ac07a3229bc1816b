RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE n1.einddatum IS NULL
  WITH n1, COUNT { MATCH (n1)-[:PAST_TOE]->() } AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p0
  RETURN [COUNT { MATCH (n1)-[:PAST_TOE]->() }, n1.naam]
} AS c0, COLLECT {
  MATCH (n1:Knelpunt)
  WITH n1, COUNT { MATCH (n1)<-[:ERVAART]-(n2:Gemeente) } AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p1
  RETURN [COUNT { MATCH (n1)<-[:ERVAART]-() }, n1.titel]
} AS c1, COLLECT {
  MATCH (n1:Knelpunt)
  WITH n1, COUNT { MATCH (n1)<-[:LOST_OP]-() } AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p2
  RETURN [COUNT { MATCH (n1)<-[:LOST_OP]-() }, n1.titel]
} AS c2
