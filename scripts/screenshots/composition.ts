import type { Workbench } from '../../test/support/workbench.js';

export type Theme = 'light' | 'dark';
export type Language = 'de' | 'en';

interface Composition {
  readonly page: Buffer;
  readonly popup: Buffer;
  /** Of the popup, which is as high as its content. */
  readonly height: number;
  readonly theme: Theme;
}

const dataAddress = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/** The popup where a browser shows it: below the toolbar's button, over the page. */
const markup = ({ page, popup, height, theme }: Composition) => `<!doctype html>
  <style>
    body { margin: 0; width: 1280px; height: 800px; overflow: hidden; position: relative;
      background: ${theme === 'dark' ? '#1c1e22' : '#fff'} }
    .page { position: absolute; inset: 0; width: 100%; ${theme === 'dark' ? 'filter: brightness(.75)' : ''} }
    .popup { position: absolute; top: 18px; right: 28px; width: 400px; height: ${height}px;
      object-fit: cover; object-position: top; border-radius: 10px; box-shadow: 0 0 0 1px #0003, 0 14px 44px #0007 }
  </style>
  <img class="page" alt="" src="${dataAddress(page)}">
  <img class="popup" alt="" src="${dataAddress(popup)}">`;

/** One picture of the popup over a page. */
export async function over(bench: Workbench, composition: Composition): Promise<Buffer> {
  const canvas = await bench.session.newPage();
  await canvas.goto('https://shop.example.com/');
  const html = JSON.stringify(markup(composition));
  await canvas.evaluate(`(document.open(), document.write(${html}), document.close(), Promise.all(
    [...document.images].map((image) => image.decode())).then(() => true))`);
  const picture = await canvas.screenshot();
  await canvas.close();
  return picture;
}
