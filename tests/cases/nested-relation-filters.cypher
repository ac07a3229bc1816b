RETURN COLLECT {
  MATCH (n1:Oplossing)
  WHERE ((COUNT { MATCH (n1)<-[:VAN]-() } >= $p0 AND EXISTS {
    MATCH (n1)-[:LOST_OP]->(n2)
    WHERE (EXISTS {
      MATCH (n2)<-[:ERVAART]-(n3:Gemeente)
      WHERE n3.inwoners >= $p1
    } AND NOT EXISTS {
      MATCH (n2)<-[:LOST_OP]-(n3)
      WHERE n3.soortOplossing IN $p2
    })
  } AND NOT EXISTS {
    MATCH (n1)<-[:VAN]-()<-[:PAST_TOE]-(n2)
    WHERE n2.provincie IN $p3
  }) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p4
  RETURN [n1.id]
} AS c0
