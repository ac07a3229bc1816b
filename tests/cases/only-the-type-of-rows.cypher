RETURN COLLECT {
  MATCH (n1:Traject)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n1:Wet)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p1
  RETURN [n1.id]
} AS c1
