import { accountMessages } from 'importer-accounts';
import { coreCatalogues, createWording } from 'importer-core/messages';
import { mappingMessages } from 'importer-mapping';
import { openXeCatalogues } from '../messages/index.js';
import { fieldLabels } from './settings.js';

/** Problems in the words of the shop's form in OpenXE, which is German. */
export const formWording = createWording({
  language: 'de',
  catalogues: [...coreCatalogues, mappingMessages, accountMessages, ...openXeCatalogues],
  names: {
    username: `„${fieldLabels.bbUser}“`,
    apiPassword: `„${fieldLabels.bbApiPassword}“`,
    apiKey: `„${fieldLabels.bbApiKey}“`,
    'mapping.shippingCost.article': `„${fieldLabels.bbShippingArticle}“`,
    baseUrl: 'die Billbee-Adresse in den Einstellungen des Dienstes',
  },
});
