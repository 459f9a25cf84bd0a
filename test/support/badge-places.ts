import type { BrowserPage } from './browser-page.js';

/**
 * Finds the badges on a picture of the page, where a person sees them: no script of a page can look into their shadow root.
 * A badge is a patch of its own colour.
 *
 * @returns for each badge the id of the element with `data-name` whose text ends there, else where it stands, e.g.
 *   `astray at 120,80`; sorted
 */
export async function badgesBeside(page: BrowserPage): Promise<readonly string[]> {
  const picture = (await page.screenshot()).toString('base64');
  return await page.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(picture)}), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    const { width, height } = Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const is = (x, y) => {
      const at = (y * width + x) * 4;
      return Math.abs(data[at] - 11) + Math.abs(data[at + 1] - 103) + Math.abs(data[at + 2] - 133) < 12;
    };
    const patches = [];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (!is(x, y)) continue;
        const near = patches.find((patch) =>
          x >= patch.left - 6 && x <= patch.right + 6 && y >= patch.top - 6 && y <= patch.bottom + 6);
        if (near) {
          near.left = Math.min(near.left, x);
          near.right = Math.max(near.right, x);
          near.bottom = Math.max(near.bottom, y);
          near.pixels += 1;
        } else patches.push({ left: x, right: x, top: y, bottom: y, pixels: 1 });
      }
    }
    const names = [...document.querySelectorAll('[data-name]')].map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = range.getClientRects();
      return { name: element.dataset.name, place: lines[lines.length - 1] };
    });
    return patches.filter(({ pixels }) => pixels > 20).map(({ left, top }) => {
      const found = names.find(({ place }) =>
        place && Math.abs(left - place.right) < 6 && Math.abs(top - place.top) < 10);
      return found?.name ?? 'astray at ' + left + ',' + top;
    }).sort();
  })()`);
}
