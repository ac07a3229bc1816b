// List and picture share one selection: what one points at in the list lights up in the picture, and the other way round.
export function inStep(place, drawing) {
  const rows = new Map([...document.querySelectorAll('li[data-id]')].map((row) => [row.dataset.id, row]));
  const line = place.querySelector('[data-gekozen]');

  const select = (id, fromPicture) => {
    for (const row of rows.values()) row.classList.toggle('is-gekozen', row.dataset.id === id);
    drawing.select(id);
    if (fromPicture) tell(line, rows.get(id), drawing.nameOf(id));
  };

  for (const [id, row] of rows) {
    row.addEventListener('pointerenter', () => select(id, false));
    row.addEventListener('focusin', () => select(id, false));
  }
  drawing.onChoose((id) => select(id, true));
}

/** Under the picture: what was chosen in it, with the links of its row in the list. */
function tell(line, row, name) {
  line.hidden = !name;
  if (!name) return;
  if (row) line.replaceChildren(...[...row.cloneNode(true).childNodes]);
  else line.textContent = name;
}
