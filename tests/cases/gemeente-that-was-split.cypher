RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Gemeente)
  WITH n1
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)-[:OPGEGAAN_IN]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [COLLECT {
      MATCH (n2)<-[:OPGEGAAN_IN]-(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p3
      RETURN [n3.naam]
    }, n2.naam]
  }, n1.naam]
} AS c0
