/* What a browser with scripts gets on top: Enter searches, and the gemeente is kept on this device when one asks so.
   Everything works without it. Nothing is sent anywhere. */
const KEY = 'opdeplank-gemeente';
const form = document.querySelector('form.zoek[role="search"]');
const question = form?.elements.vraag;
const choice = form?.elements.gemeente;

question?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

const kept = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
const keep = (code) => {
  try {
    if (code) localStorage.setItem(KEY, code);
    else localStorage.removeItem(KEY);
  } catch { /* the browser keeps nothing: then we ask again */ }
};

const row = form?.querySelector('.onthoud');
if (row && choice) {
  const box = row.querySelector('input');
  const before = kept();
  box.checked = Boolean(before);
  row.hidden = false;
  if (before && !choice.value && [...choice.options].some((option) => option.value === before)) choice.value = before;
  const follow = () => keep(box.checked ? choice.value : '');
  box.addEventListener('change', follow);
  choice.addEventListener('change', follow);
}
