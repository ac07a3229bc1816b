// What scripts add to /verken: names to choose from while typing, and the picture. The page is complete without.
import { completeFields } from './aanvullen.js';

completeFields(document.querySelectorAll('input[data-vul-aan]'));

const place = document.getElementById('beeld');
if (place) {
  const { showPicture } = await import('./beeld.js');
  showPicture(place);
}
