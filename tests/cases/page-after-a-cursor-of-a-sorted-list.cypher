RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE (((coalesce(n1.inwoners, -9223372036854775808) < $p0 OR n1.volgorde > $p1) AND coalesce(n1.inwoners, -9223372036854775808) <= $p2) AND n1.einddatum IS NULL)
  WITH n1, coalesce(n1.inwoners, -9223372036854775808) AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p3
  RETURN [n1.inwoners, n1.naam]
} AS c0
