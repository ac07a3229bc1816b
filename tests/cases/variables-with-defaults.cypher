RETURN COLLECT {
  MATCH (n1:Knelpunt)
  WHERE (n1.fase IN $p0 AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0 DESC
  LIMIT $p1
  RETURN [n1.fase, n1.titel]
} AS c0, COUNT {
  MATCH (n1:Knelpunt)
  WHERE n1.fase IN $p2
} AS c1
