RETURN COLLECT {
  MATCH (n1:Knelpunt)
  WHERE ((EXISTS { MATCH (n1)<-[:LOST_OP]-() } AND NOT EXISTS {
    MATCH (n1)<-[:LOST_OP]-(n2)
    WHERE NOT coalesce(n2.bewijs IN $p0, false)
  }) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)<-[:LOST_OP]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [n2.bewijs]
  }, n1.id]
} AS c0, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE (EXISTS {
    MATCH (n1)<-[:LOST_OP]-(n2)
    WHERE n2.rijpheid IN $p3
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p4
  RETURN [n1.id]
} AS c1, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE (NOT EXISTS { MATCH (n1)<-[:LOST_OP]-() } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p5
  RETURN [n1.id]
} AS c2
