RETURN COLLECT {
  MATCH (n1:Oplossing)
  WHERE (((n1.soortOplossing IN $p0 OR n1.soortOplossing IN $p1) AND NOT coalesce(n1.gewijzigdOp >= $p2, false) AND n1.naamPlat CONTAINS $p3 AND n1.rijpheid IN $p4) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p5
  RETURN [n1.gewijzigdOp, n1.rijpheid, n1.titel]
} AS c0
