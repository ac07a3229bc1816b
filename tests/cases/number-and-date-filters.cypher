RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE (((n1.inwoners <= $p0 AND n1.inwoners >= $p1) AND n1.einddatum IS NULL) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p2
  RETURN [n1.inwoners, n1.naam]
} AS c0, COLLECT {
  MATCH (n1:Gemeente)
  WHERE ((n1.einddatum IS NULL AND n1.inwoners = $p3) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p4
  RETURN [n1.naam]
} AS c1, COLLECT {
  MATCH (n1:Oplossing)
  WHERE ((n1.laatstGetoetstOp < $p5 AND n1.laatstGetoetstOp >= $p6) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p7
  RETURN [n1.laatstGetoetstOp]
} AS c2, COLLECT {
  MATCH (n1:Traject)
  WHERE (n1.gewijzigdOp < $p8 AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p9
  RETURN [n1.gewijzigdOp]
} AS c3, COUNT {
  MATCH (n1:Oplossing)
  WHERE n1.laatstGetoetstOp IS NULL
} AS c4
