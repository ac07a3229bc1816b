RETURN COLLECT {
  MATCH (n1:Oplossing)
  WHERE n1.rijpheidRang IS NOT NULL
  WITH n1, n1.rijpheidRang AS s1_0, n1.bewijsRang AS s1_1, n1.gewijzigdOp AS s1_2, n1.volgorde AS s1_3
  ORDER BY s1_0 DESC, s1_1, s1_2, s1_3
  LIMIT $p0
  RETURN [n1.bewijs, n1.bewijsRang, n1.gewijzigdOp, n1.rijpheid, n1.rijpheidRang, n1.titel, n1.volgorde]
} AS c0
