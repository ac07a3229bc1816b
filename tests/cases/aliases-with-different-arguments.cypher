RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE ((n1.einddatum IS NULL AND n1.inwoners >= $p0) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p1
  RETURN [COUNT {
    MATCH (n1)-[:PAST_TOE]->(n2)
    WHERE n2.status IN $p2
  }, COUNT {
    MATCH (n1)-[:PAST_TOE]->(n2)
    WHERE n2.status IN $p3
  }]
} AS c0, COLLECT {
  MATCH (n1:Gemeente)
  WHERE (n1.einddatum IS NULL AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p4
  RETURN [COLLECT {
    MATCH (n1)-[:PAST_TOE]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p5
    RETURN [n2.id]
  }, n1.naam]
} AS c1
