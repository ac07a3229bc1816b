RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE ($p0 IN n1.aliassenPlat OR n1.naamPlat = $p1)
  WITH n1, coalesce(n1.einddatum, '9999') AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p2
  RETURN [COLLECT {
    MATCH (n1)-[:OPGEGAAN_IN]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p3
    RETURN [n2.naam]
  }, COLLECT {
    MATCH (n1)<-[:OPGEGAAN_IN]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p4
    RETURN [n2.id]
  }, n1.einddatum, n1.id]
} AS c0, COLLECT {
  MATCH (n1:Gemeente)
  WHERE ($p5 IN n1.aliassenPlat OR n1.naamPlat = $p6)
  WITH n1, coalesce(n1.einddatum, '9999') AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p7
  RETURN [n1.einddatum, n1.id]
} AS c1
