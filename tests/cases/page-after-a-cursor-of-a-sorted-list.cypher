RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE n1.einddatum IS NULL
  WITH n1, coalesce(n1.inwoners, -9223372036854775808) AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p0
  RETURN [n1.inwoners, n1.naam]
} AS c0
