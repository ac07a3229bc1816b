RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Oplossing)
  WITH n1
  LIMIT $p1
  RETURN [n1.id]
} AS c0
;
UNWIND $ids AS id
MATCH (a:Alias {id: id}) USING INDEX a:Alias(id)
RETURN collect([a.id, a.nu])
