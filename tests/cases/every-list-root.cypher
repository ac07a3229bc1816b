RETURN COLLECT {
  MATCH (n1:Criterium)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [n1.criterium, n1.omschrijving]
} AS c0, COLLECT {
  MATCH (n1:Departement)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p1
  RETURN [n1.naam]
} AS c1, COLLECT {
  MATCH (n1:Thema)
  WHERE (EXISTS {
    MATCH (n1)-[:DEEL_VAN]->(n2)
    WHERE n2.id IN $p2
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p3
  RETURN [COLLECT {
    MATCH (n1)-[:DEEL_VAN]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p4
    RETURN [n2.naam]
  }, n1.naam]
} AS c2, COLLECT {
  MATCH (n1:Thema)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p5
  RETURN [n1.naam]
} AS c3, COLLECT {
  MATCH (n1:Wet)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p6
  RETURN [COLLECT {
    MATCH (n1)-[:VAN_DEPARTEMENT]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p7
    RETURN [n2.afkorting]
  }, n1.afkorting, n1.bwbId, n1.naam]
} AS c4
