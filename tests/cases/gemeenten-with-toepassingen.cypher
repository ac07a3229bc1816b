RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE (n1.einddatum IS NULL AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [COLLECT {
    MATCH (n1)-[:PAST_TOE]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p1
    RETURN [COLLECT {
      MATCH (n2)-[:VAN]->(n3)
      WITH n3
      LIMIT $p2
      RETURN [n3.titel]
    }, n2.sinds, n2.status]
  }, COUNT { MATCH (n1)-[:PAST_TOE]->() }, n1.naam]
} AS c0, COUNT {
  MATCH (n1:Gemeente)
  WHERE n1.einddatum IS NULL
} AS c1
