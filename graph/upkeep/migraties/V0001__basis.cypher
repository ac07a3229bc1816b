// The node that stands for the graph as a whole: its version, and the secret that signs cursors.
MATCH (m:Meta {id: 'graaf'})
SET m.versie = coalesce(m.versie, 0), m.cursorsleutel = coalesce(m.cursorsleutel, $sleutel);
