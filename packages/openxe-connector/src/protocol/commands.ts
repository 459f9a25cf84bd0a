import { z } from 'zod';

/** PHP has one empty array for lists and objects, and writes most numbers as text. */
const scalar = z.union([z.string().max(1000), z.number(), z.boolean()]).transform(String);
const optional = scalar.nullish().transform((value) => value ?? '');
const count = optional.refine((text) => /^\d{0,6}$/.test(text));
const phpObject = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(
    (value) => (value === null || value === '' || (Array.isArray(value) && value.length === 0) ? {} : value),
    z.object(shape),
  );

const orderQuery = {
  /** One order by its number. */
  nummer: optional,
  /** Number mode, which Billbee cannot serve. */
  ab_nummer: optional,
};

/** What each command of OpenXE carries (`data`); values as OpenXE passes them. */
export const commandData = {
  auth: z.union([z.null(), z.boolean(), z.literal('info'), z.literal('')]),
  getauftraegeanzahl: phpObject(orderQuery),
  getauftrag: phpObject({
    ...orderQuery,
    datumvon: optional,
    /** More than 1: date mode. */
    anzgleichzeitig: count,
  }),
  deleteauftrag: phpObject({ auftrag: optional }),
  updateauftrag: phpObject({
    shopOrderId: optional,
    orderStatus: z.enum(['Imported', 'InProgress', 'Completed', 'Cancelled']),
    shipments: z
      .array(
        z.object({
          trackingNumber: optional,
          trackingUrl: optional,
          shippingMethod: optional,
        }),
      )
      .max(1000),
  }),
  storniereauftrag: phpObject({ auftrag: optional }),
  updatezahlungsstatus: phpObject({ auftrag: optional, zahlungsstatus: optional }),
  sendlistlager: z
    .array(
      z.object({
        artikel: optional,
        nummer: optional,
        artikelnummer_fremdnummern: z
          .array(z.object({ nummer: optional, aktiv: optional }))
          .max(1000)
          .nullish()
          .transform((value) => value ?? []),
        ausverkauft: optional,
        /** Sellable stock; empty: not to be reported. */
        anzahl_lager: optional,
        /** Takes the place of the stock. */
        pseudolager: optional,
      }),
    )
    .max(5000),
} as const;

/** A command that Billbee can serve. */
export type CommandName = keyof typeof commandData;

/** What a command carries, read. */
export type CommandData<Name extends CommandName> = z.output<(typeof commandData)[Name]>;

/** Commands of OpenXE that Billbee has nothing for; they are answered, and say so. */
export const unsupportedCommands = [
  'sendlist',
  'getlist',
  'getarticle',
  'getarticlelist',
  'getorderstatus',
  'fileupload',
  'sendadresse',
  'getadresse',
  'deletearticle',
] as const;
