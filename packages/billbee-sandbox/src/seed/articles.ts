/** One article of the sandbox account. */
export interface SandboxArticle {
  readonly id: number;
  readonly sku: string;
  readonly ean: string | null;
  readonly title: string;
  /** Gross price of one, in euro cents. */
  readonly cents: number;
  /** 1 regular, 2 reduced. */
  readonly vatIndex: 1 | 2;
  readonly grams: number;
  /** 1 normal, 2 set. */
  readonly type: 1 | 2;
  /** Contents of a set. */
  readonly parts?: readonly { readonly sku: string; readonly amount: number }[];
}

const list: Omit<SandboxArticle, 'id'>[] = [
  article('GIE-5L', '4006381333931', 'Gießkanne „Regenfroh“, 5 l', 2495, 1, 780),
  article('TASSE-AQ', '4012345678901', 'Emaille-Tasse Äquator', 1290, 1, 310),
  article('SEIL-M', null, 'Hanfseil, Meterware', 185, 1, 95),
  article('BUCH-KRÄ', '9783161484100', 'Kräuter fürs Fensterbrett (Buch)', 1999, 2, 420),
  article('HONIG-500', '4009876543210', "Blütenhonig 500 g, Imkerei D'Angelo", 749, 2, 690),
  article('KERZE-4', '4098765432109', 'Bienenwachskerzen, 4 Stück', 1650, 1, 360),
  article('DECKE-OL', '4023456789012', 'Wolldecke Øland 130×180', 8990, 1, 1450),
  article('SAMEN-MIX', 'testejcz', 'Saatgutmischung "Hummelwiese"', 395, 2, 25),
  article('LAMPE-ß1', '4034567890123', 'Straßenlaterne im Kleinformat', 5900, 1, 2100),
  article('BRETT-EI', '4045678901234', 'Schneidebrett Eiche <geölt> & gewachst', 3450, 1, 1320),
  {
    ...article('SET-GARTEN', null, 'Gartenset: Kanne, Samen, Seil', 2990, 1, 1100),
    type: 2,
    parts: setParts(),
  },
];

function article(
  sku: string,
  ean: string | null,
  title: string,
  cents: number,
  vatIndex: 1 | 2,
  grams: number,
): Omit<SandboxArticle, 'id'> {
  return { sku, ean, title, cents, vatIndex, grams, type: 1 };
}

function setParts(): { sku: string; amount: number }[] {
  return [
    { sku: 'GIE-5L', amount: 1 },
    { sku: 'SAMEN-MIX', amount: 2 },
    { sku: 'SEIL-M', amount: 1.5 },
  ];
}

/** Every article that seeded orders sell, with 15-digit ids. */
export const ARTICLES: readonly SandboxArticle[] = list.map((entry, index) => ({
  ...entry,
  id: 300000000500100 + index * 7,
}));
