RETURN COUNT { MATCH (n1:Oplossing) } AS c0, COUNT {
  MATCH (n1:Traject)
  WHERE n1.status IN $p0
} AS c1
