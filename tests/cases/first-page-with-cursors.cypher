RETURN COLLECT {
  MATCH (n1:Knelpunt)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [n1.titel, n1.volgorde]
} AS c0
