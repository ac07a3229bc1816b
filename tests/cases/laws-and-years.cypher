RETURN COLLECT {
  MATCH (n1:Oplossing)
  WHERE ((head([deel IN [i IN range(0, 40) | substring(coalesce(n1.periode, ''), i, 4)] WHERE deel =~ '[0-9]{4}']) <= $p0 AND head([deel IN [i IN range(0, 40) | substring(coalesce(n1.periode, ''), i, 4)] WHERE deel =~ '[0-9]{4}']) >= $p1) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p2
  RETURN [n1.periode]
} AS c0, COLLECT {
  MATCH (n1:Oplossing)
  WHERE (EXISTS {
    MATCH (n1)-[:LOST_OP]->()-[:VALT_ONDER]->(n2)
    WHERE n2.id IN $p3
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p4
  RETURN [n1.id]
} AS c1, COLLECT {
  MATCH (n1:Oplossing)
  WHERE (NOT coalesce(head([deel IN [i IN range(0, 40) | substring(coalesce(n1.periode, ''), i, 4)] WHERE deel =~ '[0-9]{4}']) >= $p5, false) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p6
  RETURN [n1.periode]
} AS c2, COLLECT {
  MATCH (n1:Traject)
  WHERE (EXISTS {
    MATCH (n1)-[:ONDERZOEKT]->()-[:VALT_ONDER]->(n2)
    WHERE n2.afkorting IS NOT NULL
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p7
  RETURN [n1.id]
} AS c3, COUNT {
  MATCH (n1:Beleidskader)
  WHERE (EXISTS { MATCH (n1)-[:GAAT_OVER]->() } AND NOT EXISTS {
    MATCH (n1)-[:VALT_ONDER]->(n2)
    WHERE (NOT coalesce(any(x IN n2.aliassenPlat WHERE x CONTAINS $p8), false) AND NOT coalesce(n2.naamPlat CONTAINS $p9, false))
  })
} AS c4
