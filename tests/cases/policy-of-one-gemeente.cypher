RETURN COLLECT {
  MATCH (n1:Beleidskader)
  WHERE (EXISTS {
    MATCH (n1)<-[:STELT_VAST]-(n2)
    WHERE n2.code IN $p0
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)<-[:STELT_VAST]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [n2.code]
  }, n1.titel]
} AS c0
