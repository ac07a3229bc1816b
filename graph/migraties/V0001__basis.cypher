// The node that stands for the graph as a whole: its version, and the secret that signs cursors.
MERGE (m:Meta {id: 'graaf'})
ON CREATE SET m.versie = 0, m.cursorsleutel = $sleutel;
