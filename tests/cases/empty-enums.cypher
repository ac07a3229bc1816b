RETURN COLLECT {
  MATCH (n1:Knelpunt)
  WHERE (($p0 IN n1.oorzaken AND (NOT coalesce(n1.oorzaken = $p1, false) AND n1.oorzaken IS NOT NULL)) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p2
  RETURN [n1.oorzaken]
} AS c0, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE ((n1.oorzaken = $p3 OR n1.oorzaken IS NULL) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p4
  RETURN [n1.oorzaken]
} AS c1, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE (n1.route IS NULL AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p5
  RETURN [n1.route]
} AS c2, COLLECT {
  MATCH (n1:Traject)
  WHERE (n1.status IS NULL AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p6
  RETURN [n1.status]
} AS c3, COUNT {
  MATCH (n1:Traject)
  WHERE n1.status IS NOT NULL
} AS c4
