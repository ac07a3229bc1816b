RETURN COLLECT {
  MATCH (n1:Oplossing)
  WHERE (((left(n1.periode, 4) <= $p0 AND left(n1.periode, 4) >= $p1) AND left(n1.periode, 4) <= $p2 AND left(n1.periode, 4) >= $p3) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p4
  RETURN [n1.periode]
} AS c0, COLLECT {
  MATCH (n1:Oplossing)
  WHERE ((NOT coalesce(left(n1.periode, 4) <= $p5, false) OR NOT coalesce(left(n1.periode, 4) >= $p6, false)) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p7
  RETURN [n1.periode]
} AS c1, COLLECT {
  MATCH (n1:Oplossing)
  WHERE (EXISTS {
    MATCH (n1)-[:LOST_OP]->()-[:VALT_ONDER]->(n2)
    WHERE n2.id IN $p8
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p9
  RETURN [n1.id]
} AS c2, COLLECT {
  MATCH (n1:Traject)
  WHERE (EXISTS {
    MATCH (n1)-[:ONDERZOEKT]->()-[:VALT_ONDER]->(n2)
    WHERE n2.afkorting IS NOT NULL
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p10
  RETURN [n1.id]
} AS c3, COUNT {
  MATCH (n1:Beleidskader)
  WHERE (EXISTS { MATCH (n1)-[:GAAT_OVER]->() } AND NOT EXISTS {
    MATCH (n1)-[:VALT_ONDER]->(n2)
    WHERE (NOT coalesce(any(x IN n2.aliassenPlat WHERE x CONTAINS $p11), false) AND NOT coalesce(n2.naamPlat CONTAINS $p12, false))
  })
} AS c4
