import { ARTICLES, type SandboxArticle } from '../seed/articles.js';
import type { SandboxState } from '../state/state.js';
import { STOCK_PLACES, type Stock } from '../state/stock.js';
import { answer, envelope, notFound, page } from './answers.js';
import type { Api } from './api-env.js';
import { Query } from './query.js';

const german = (Text: string): object[] => [{ LanguageCode: 'DE', Text }];

/** Articles and their stock. */
export function productRoutes(app: Api, state: SandboxState): void {
  const { stock } = state;
  const queryOf = (url: string): Query => new Query(new URL(url).search, state.zone);

  app.get('/products', (context) => {
    const at = queryOf(context.req.url).paging();
    return answer(
      page(
        ARTICLES.map((article) => product(article, stock)),
        at,
      ),
    );
  });
  app.get('/products/stocks', () => answer(envelope(STOCK_PLACES)));
  app.get('/products/reservedamount', (context) => {
    const query = queryOf(context.req.url);
    const bySku = query.text('lookupBy')?.toLowerCase() === 'sku';
    const article = stock.article(bySku ? { Sku: query.text('id') } : { BillbeeId: query.text('id') });
    return article ? answer(envelope({ ReservedAmount: reserved(article, state) })) : notFound();
  });
  app.post('/products/updatestock', async (context) => {
    const result = updateStock(await context.req.json().catch(() => undefined), state);
    return answer(result.body, result.status);
  });
  app.post('/products/updatestockmultiple', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    if (!Array.isArray(body)) return answer(envelope(null, 11, 'The body is no list.'), 400);
    return answer(body.map((entry) => updateStock(entry, state).body));
  });
  app.get('/products/:id', (context) => {
    const key = decodeURIComponent(new URL(context.req.url).pathname.split('/').at(-1) ?? '');
    const lookup = queryOf(context.req.url).text('lookupBy')?.toLowerCase();
    const article =
      lookup === 'ean'
        ? ARTICLES.find((entry) => entry.ean === key)
        : stock.article(lookup === 'sku' ? { Sku: key } : { BillbeeId: key });
    return article ? answer(envelope(product(article, stock))) : notFound();
  });
}

/** The quantity of the call is absolute; OldQuantity and DeltaQuantity are ignored, as documented. */
function updateStock(entry: unknown, state: SandboxState): { body: object; status: number } {
  const refuse = (message: string) => ({ body: envelope(null, 11, message), status: 400 });
  if (typeof entry !== 'object' || entry === null) return refuse('The body is no object.');
  const { Sku, BillbeeId, StockId, NewQuantity, AutosubtractReservedAmount } = entry as Record<
    string,
    unknown
  >;
  const article = state.stock.article({ Sku, BillbeeId });
  if (!article) return refuse('There is no article with this Sku or BillbeeId.');
  if (typeof NewQuantity !== 'number') return refuse('NewQuantity is no number.');
  const place = StockId === undefined || StockId === null ? undefined : Number(StockId);
  if (place !== undefined && !STOCK_PLACES.some(({ Id }) => Id === place))
    return refuse('StockId is unknown.');
  const open = reserved(article, state);
  const CurrentStock = NewQuantity - (AutosubtractReservedAmount === true ? open : 0);
  const OldStock = state.stock.set(article, CurrentStock, place);
  return {
    body: envelope({ SKU: article.sku, OldStock, CurrentStock, UnfulfilledAmount: open, Message: '' }),
    status: 200,
  };
}

/** Units of an article in orders that are taken but not shipped. */
function reserved(article: SandboxArticle, state: SandboxState): number {
  const open = state.orders.filter((order) => [1, 2, 3, 13, 16].includes(order.State));
  const items = open.flatMap((order) => order.OrderItems ?? []);
  return items
    .filter((item) => item.Product?.SKU === article.sku)
    .reduce((sum, item) => sum + item.Quantity, 0);
}

function product(article: SandboxArticle, stock: Stock): object {
  return {
    Id: article.id,
    SKU: article.sku,
    EAN: article.ean,
    Title: german(article.title),
    InvoiceText: german(article.title),
    Type: article.type,
    Price: article.cents / 100,
    CostPrice: null,
    VatIndex: article.vatIndex,
    Vat1Rate: 19,
    Vat2Rate: 7,
    Weight: article.grams,
    IsDigital: false,
    IsCustomizable: false,
    IsDeactivated: false,
    StockCurrent: stock.quantity(article),
    Stocks: STOCK_PLACES.map(({ Id, Name }) => ({
      StockId: Id,
      Name,
      StockCurrent: stock.quantity(article, Id),
    })),
    BillOfMaterial: (article.parts ?? []).map((part) => ({
      Amount: part.amount,
      ArticleId: ARTICLES.find((entry) => entry.sku === part.sku)?.id ?? 0,
      SKU: part.sku,
    })),
    Sources: [],
    Images: [],
  };
}
