RETURN COLLECT {
  MATCH (n1:Persoon)
  WHERE (EXISTS {
    MATCH (n1)-[:WERKT_BIJ]->(n2)
    WHERE (n2:Departement)
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [n1.naam]
} AS c0, COLLECT {
  MATCH (n1:Persoon)
  WHERE (EXISTS {
    MATCH (n1)-[r2:WERKT_BIJ|LID_VAN]->(n2)
    WHERE r2.functiePlat CONTAINS $p1
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p2
  RETURN [n1.naam]
} AS c1, COLLECT {
  MATCH (n1:Persoon)
  WHERE (EXISTS {
    MATCH (n1)-[r2:WERKT_BIJ|LID_VAN]->(n2)
    WHERE r2.functiePlat IS NULL
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p3
  RETURN [n1.naam]
} AS c2, COUNT {
  MATCH (n1:Persoon)
  WHERE EXISTS {
    MATCH (n1)-[:WERKT_BIJ]->(n2)
    WHERE (($p4 IN n2.aliassenPlat OR n2.naamPlat = $p5) OR (n2:Gemeente))
  }
} AS c3
