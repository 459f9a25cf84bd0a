/** Everything the command says, in English. `{name}` is filled in. */
export const en = {
  about: 'Imports orders from Billbee into an ERP and reports back to Billbee.',
  'help.usage': 'Usage:',
  'help.options': 'Options:',
  'help.arguments': 'Arguments:',
  'help.commands': 'Commands:',
  'help.help': 'show this help',
  'help.version': 'show the version',
  'help.settings':
    'Settings come from the environment or from .env in the working directory:\n' +
    '  BILLBEE_USERNAME, BILLBEE_API_PASSWORD, BILLBEE_API_KEY   credentials of the Billbee API\n' +
    '  BILLBEE_URL        default https://api.billbee.io/api/v1\n' +
    '  BILLBEE_SETTINGS   path of a settings file with the status ids\n' +
    '  BILLBEE_DATA_DIR   folder of the embedded database, default ./data\n' +
    '  DATABASE_URL       PostgreSQL instead of the embedded database\n' +
    '  BILLBEE_ENCRYPTION_KEY   encrypts the credentials of accounts: 32 bytes in base64\n' +
    '  BILLBEE_ADMIN_TOKEN      opens the web page of serve: 16 characters or more',
  'help.check': 'check the connection: prints "success", or what is wrong and what to do',
  'help.statuses': "list the account's order statuses with their ids",
  'help.import': 'import orders, each exactly once; exit 2 when orders were held',
  'help.import.status': 'status ids to import, e.g. 3,16; default: importStatusIds of the settings file',
  'help.import.since': 'read again what was modified since this ISO 8601 date or time',
  'help.import.dryRun': 'show what would happen to each order and write nothing',
  'help.import.out': 'append one mapped order per line (NDJSON) to this file',
  'help.import.limit': 'stop after this many orders were imported or held',
  'help.orders': 'orders that imports without --out or --target have left in the database',
  'help.orders.since': 'only those imported at or after this time',
  'help.held': 'list orders held back, with the reason',
  'help.forgetBuyer': 'erase what the database holds of one buyer',
  'help.forgetBuyer.email': 'the e-mail address that stands in the orders',
  'help.forgetBuyer.account': 'only in this account (default: in all)',
  'help.held.dismiss': 'end holds that nobody will mend',
  'help.held.dismiss.ids': 'ids of held orders',
  'help.held.dismiss.note': 'why, for those who look later',
  'help.retryHeld': 'try held orders again: those given, or all',
  'help.retryHeld.ids': 'ids as "held" lists them',
  'help.report': 'report something from the ERP to Billbee',
  'help.report.status': "set an order's status",
  'help.report.shipment': 'add a parcel to an order',
  'help.report.stock': 'set the stock of an article',
  'help.report.order': 'BillBeeOrderId, e.g. 300000180937794',
  'help.report.statusId': 'status id, e.g. 4',
  'help.report.tracking': 'tracking number of the parcel',
  'help.report.carrier': "the carrier by name, e.g. DHL, or Billbee's number of it",
  'help.report.provider': "id of the account's shipping provider",
  'help.report.product': "id of the provider's product",
  'help.report.sku': 'SKU of the article',
  'help.report.quantity': 'new stock, e.g. 12 or 2.5',
  'help.outbox': 'list what is reported to Billbee: waiting, sent, dead',
  'help.retryOutbox': 'try dead reports to Billbee again: those given, or all',
  'help.retryOutbox.ids': 'ids as "outbox" lists them',
  'help.serve': 'run as a service: import again and again, and at once when Billbee sends a webhook',
  'help.serve.port': 'port to listen on, default 8377; 0 takes a free one',
  'help.serve.host': 'address to listen on, default 127.0.0.1: this machine only',
  'help.serve.publicUrl':
    'address at which Billbee reaches the service, registers for webhooks; default: webhookUrl of the settings file',
  'help.shops': "the ERPs' shops that may use the service, each with a token of its own",
  'help.shops.add': 'add a shop and print its token, this once',
  'help.shops.list': 'list the shops, with what waits for them and what is held',
  'help.shops.rotateToken': 'give a shop a new token; the old one is refused from now on',
  'help.shops.remove': 'remove a shop, its token and its credentials; orders and reports stay',
  'help.shops.name': 'name of the shop: lower-case letters, digits and hyphens, e.g. main-shop',
  'help.work':
    'run as a worker: import and report jobs of all accounts, until stopped; any number side by side on PostgreSQL',
  'help.work.port': 'port for /healthz, /readyz and /metrics; default: none',
  'help.accounts': 'the merchants\' accounts that "work" and "serve" import from',
  'help.accounts.add':
    'add an account, or change one: credentials from the environment, .env, a prompt or --stdin',
  'help.accounts.settings': 'settings file of the account; default: the one BILLBEE_SETTINGS names',
  'help.accounts.label': "name for people, e.g. the merchant's company",
  'help.accounts.disabled': 'do not import from it yet',
  'help.accounts.stdin':
    'read accounts from stdin, one JSON object per line: username, apiPassword, apiKey; url, label, enabled, settings as wanted',
  'help.accounts.noCheck': 'do not try the credentials at Billbee first',
  'help.accounts.list': 'list the accounts',
  'help.accounts.enable': 'import from an account again',
  'help.accounts.disable': 'stop importing from an account; everything is kept',
  'help.accounts.remove': "remove an account's credentials and settings",
  'help.accounts.data': 'also delete its orders, held orders and reports',
  'help.accounts.account': 'the Billbee user name',
  'help.accounts.rotateKey':
    'encrypt all credentials with the first key of BILLBEE_ENCRYPTION_KEY, or with a new key file',
  'help.json': 'print one JSON object',

  'arg.limit': '--limit "{value}" is not a positive whole number, for example 100.',
  'arg.port': '--port "{value}" is not a port: a number from 0 to 65535.',
  'arg.since':
    '--since "{value}" is not an ISO 8601 date or time, for example 2026-11-01, 2026-11-01T08:00:00 or 2026-11-01T08:00:00+01:00.',
  'arg.order':
    'ORDER "{value}" is not a BillBeeOrderId. It consists of digits, for example 300000180937794; the order number of the shop is something else.',
  'arg.oneStatus':
    'STATUS "{value}" must be exactly one status id, for example 4. "billbee-importer statuses" lists them.',
  'arg.tracking': 'TRACKING must not be empty and may have at most 100 characters.',
  'arg.number': '{option} "{value}" is not a whole number.',
  'arg.carrier':
    '--carrier "{value}" is no carrier that Billbee knows. Give a name such as DHL, DPD, GLS, or its number.',
  'arg.sku': 'SKU must not be empty.',
  'arg.quantity':
    'QTY "{value}" is not a quantity, for example 12 or 2.5 (a decimal point, no thousands separator).',

  'settings.missing': '{names} not set. Set it in the environment or in .env in the working directory.',
  'settings.dotenv': 'The file {path} cannot be read ({cause}). Make it readable, or remove it.',
  'settings.fileUnreadable':
    'BILLBEE_SETTINGS names {path}, which cannot be read ({cause}). Correct the path, or remove the setting.',
  'settings.file': '{path} (BILLBEE_SETTINGS): {message}',
  'settings.unknown': '"{key}" is not known; did you mean "{nearest}"? Keys of your own begin with x-.',
  'settings.key': '"{key}" is {value}; expected {wanted}.',
  'settings.status': '--status: {message}',
  'settings.noStatus':
    'No order status is selected. Give --status (for example --status 3,16), or importStatusIds in the settings file (BILLBEE_SETTINGS). "billbee-importer statuses" lists the ids; the browser extension copies them from Billbee.',
  'want.boolean': 'true or false',
  'want.zone': 'an IANA time zone, for example "Europe/Berlin"',
  'want.currency': 'an ISO 4217 code, for example "EUR"',
  'want.oneOf': 'one of {values}',
  'want.callBudget': 'calls per month, for example {"warnAt":80000,"stopAt":100000}',
  'want.retention': 'days from 1 to 3660 by {names}, for example {"heldDays":90}',
  'want.tags': 'a list of 1 to 20 tags, for example ["ERP"]',
  'want.calls': 'a whole number of calls per month, for example 80000',
  'want.pollMinutes': 'minutes between two imports, from 0.05 to 1440',
  'want.url': 'an address, for example "https://erp.example.com/billbee"',

  'import.line': '{read} of {expected} read: {created} imported, {skipped} skipped, {held} held',
  'import.lineOpen': '{read} read: {created} imported, {skipped} skipped, {held} held',
  'import.summary': 'Read {read}: {created} imported, {skipped} skipped, {held} held.',
  'import.usage': 'Calls to Billbee: {calls} ({retries} repeated), in {seconds} s.',
  'import.month': 'Calls to Billbee in this calendar month: {calls}.',
  'import.cursor': 'The next run starts at {cursor}.',
  'import.heldNow':
    'Held orders need a person: "billbee-importer held" lists them, "billbee-importer retry-held" tries them again.',
  'import.heldBefore': 'Still held from earlier runs: {count}. "billbee-importer held" lists them.',
  'import.aborted': 'Stopped. What was imported stays; the next run goes on from there.',
  'import.outboxStopped': 'Reports to Billbee are waiting ({waiting}) and were not sent: {cause}',
  'import.outboxOpen':
    'Reports to Billbee: {waiting} waiting, {dead} newly dead. "billbee-importer outbox" lists them.',
  'dry.create': 'create',
  'dry.update': 'update',
  'dry.skip': 'skip',
  'dry.hold': 'hold',
  'dry.summary': 'Dry run, nothing was written: {create} create, {update} update, {skip} skip, {hold} hold.',
  'dry.calls': 'Calls to Billbee that the import will take: about {calls}.',

  'budget.warning':
    'Calls to Billbee in this calendar month: {calls} (warning from {warnAt}, callBudget.warnAt). Billbee bills calls beyond 100,000.',
  'budget.warningStop':
    'Calls to Billbee in this calendar month: {calls} (warning from {warnAt}, callBudget.warnAt). No more are made from {stopAt} (callBudget.stopAt).',

  'serve.listening': 'Listening on {url}',
  'serve.portUnusable':
    'The service cannot listen on {host}, port {port} ({cause}). Choose another --port or --host, or end the program that uses it.',
  'serve.retried': 'Tried again: {read} held orders, {created} imported.',
  'serve.tokenShort':
    'BILLBEE_ADMIN_TOKEN is shorter than 16 characters. Take a long random one, e.g. the output of: openssl rand -hex 24',
  'beside.lost':
    'The service that carried the command out is gone. Look whether it was done, then give it again.',
  'serve.noSocket':
    'Other commands are not carried out beside this service: {folder} can have no socket ({cause}).',
  'serve.stopped': 'Stopped.',
  'serve.hinted': 'Webhook: {read} looked at: {created} imported, {skipped} skipped, {held} held.',
  'serve.pollFailed': '{cause} The next poll tries again.',
  'serve.retryFailed': '{cause} Orders held there stay held.',
  'serve.hintFailed': '{cause} A poll looks for what the webhook was about.',
  'serve.registerFailed': '{cause} Until then orders come in by polling.',
  'serve.webhook.created': 'Billbee sends webhooks from now on.',
  'serve.webhook.updated': 'The registration for webhooks at Billbee is up to date again.',
  'serve.webhook.removed': 'Billbee sends no more webhooks: no public address is set.',

  'accounts.added': 'Added: {account}',
  'accounts.changed': 'Changed: {account}',
  'accounts.refused': 'Not added: {account}',
  'accounts.none': 'There is no account. "billbee-importer accounts add" adds one.',
  'accounts.enabled': 'enabled',
  'accounts.disabled': 'disabled',
  'accounts.isEnabled': 'Enabled: {account}',
  'accounts.isDisabled': 'Disabled: {account}',
  'accounts.removed':
    'Removed: {account}. Its orders, held orders and reports are kept; --data deletes them too.',
  'accounts.waitForWork': 'Work for {account} is under way. Waiting until it has come to a safe point …',
  'accounts.webhookStays':
    'The webhook {url} is still registered at Billbee: {cause} Delete it there (Settings, Webhooks), or it goes on calling in vain.',
  'accounts.stillInEnvironment':
    'The credentials of {account} are still in the environment: commands and a service that is started go on working for it.',
  'accounts.removedWithData': 'Removed with all its data: {account}',
  'accounts.resealed':
    'Credentials encrypted anew: {count}. Everything is encrypted with the first key of BILLBEE_ENCRYPTION_KEY now; once every process runs with it, the older ones can go.',
  'accounts.newKeyFile': 'Credentials encrypted anew: {count}. The new key is in {folder}.',
  'accounts.noKey':
    'BILLBEE_ENCRYPTION_KEY is not set: the credentials of accounts in PostgreSQL are encrypted with it. Make one with "openssl rand -base64 32", keep it apart from the database, and give every process the same.',
  'accounts.badLine':
    'Line {line} of stdin: {cause} is missing or not usable. Each line is a JSON object with "username", "apiPassword" and "apiKey".',
  'accounts.ask.BILLBEE_USERNAME': 'Billbee user name (e-mail address):',
  'accounts.ask.BILLBEE_API_PASSWORD': 'API password (not shown):',
  'accounts.ask.BILLBEE_API_KEY': 'Developer key (not shown):',

  'shops.added':
    'Added: {shop}. Enter this token in the settings of the shop in the ERP; it is not shown again:',
  'shops.rotated': 'New token for {shop}; the old one is refused from now on. It is not shown again:',
  'shops.removed': 'Removed: {shop}. Its orders and reports stay.',
  'shops.none': 'There is no shop. "billbee-importer shops add NAME" adds one.',
  'serve.nothing':
    'There is nothing to serve: set BILLBEE_USERNAME, BILLBEE_API_PASSWORD and BILLBEE_API_KEY to import from an account, or add the shop of an ERP: billbee-importer shops add NAME.',
  'work.setting': '{name} is {value}; expected {wanted}.',

  'column.id': 'id',
  'column.apiName': 'API name',
  'column.label': 'label',
  'column.shop': 'shop',
  'column.seen': 'last seen',
  'column.waiting': 'waiting',
  'column.held': 'held',
  'column.account': 'account',
  'column.statuses': 'statuses',
  'column.createdAt': 'added at',
  'column.order': 'order',
  'column.orderNumber': 'number',
  'column.orderedAt': 'ordered at',
  'column.total': 'total',
  'column.deliveredAt': 'imported at',
  'column.reason': 'reason',
  'column.field': 'field',
  'column.message': 'message',
  'column.heldAt': 'held at',
  'column.kind': 'kind',
  'column.subject': 'order or SKU',
  'column.state': 'state',
  'column.attempts': 'tries',
  'column.updatedAt': 'updated at',
  'column.outcome': 'outcome',
  'forgetBuyer.noAddress': 'Give the e-mail address of the buyer, for example forget-buyer buyer@example.com',
  'forgetBuyer.done': 'Forgotten: {held} held, {delivered} delivered and {taken} fetched orders.',
  'forgetBuyer.waiting':
    '{waiting} orders of this buyer still wait for an ERP and stay until it has fetched them. Run the command again then.',
  'forgetBuyer.files':
    'Files of --out and what ERPs and Billbee hold are not changed. Orders whose address is another are not found.',
  'held.dismissed': '{id}: dismissed',
  'held.notHeld': '{id}: no order with this id is held',
  'orders.none': 'No orders.',
  'help.move': 'copy everything from the embedded database into an empty PostgreSQL',
  'help.move.to': 'postgres://user:password@host/database',
  'move.to': '--to is no address of PostgreSQL such as postgres://user:password@host:5432/database.',
  'move.nothing': 'There is no embedded database in {folder}. Set BILLBEE_DATA_DIR to its folder.',
  'move.table': '{table}: {rows} rows',
  'move.done': 'The data of {folder} is in {to} now. Set DATABASE_URL; the old folder is not used any more.',
  'move.key':
    "The accounts' credentials are sealed with the key in {file}: set BILLBEE_ENCRYPTION_KEY to it.",
  'held.none': 'No order is held.',
  'outbox.none': 'The outbox is empty.',
  'retryOutbox.none': 'No report to Billbee is dead.',
  'retryOutbox.unknown': 'No dead report has the id {ids}. "billbee-importer outbox" lists them.',
  'retry.cost':
    'Trying {orders} held orders again takes at least {calls} calls to Billbee ({duration}). What is done stays when you stop it.',
  'retry.delivered': 'imported',
  'retry.held': 'still held',
  'retry.already-delivered': 'already imported',
  'retry.unknown-id': 'not held',
  'retry.unknownId': 'No order {id} is held. "billbee-importer held" lists those that are.',
  'state.waiting': 'waiting',
  'state.sent': 'sent',
  'state.dead': 'dead',
  'kind.status': 'status',
  'kind.shipment': 'shipment',
  'kind.tags': 'tags',
  'kind.stock': 'stock',

  'report.sent': 'Sent to Billbee.',
  'report.waiting':
    'Not sent yet: {message} The report is safe in the outbox (no. {id}) and goes out with the next "report" or "import".',
  'report.dead':
    'Billbee refuses it: {message} The report stays in the outbox (no. {id}) as dead; correct it and report again.',

  'watchdog.full':
    'The disk of {folder} is full, and the database cannot go on. Nothing is lost. Make room, then start again.',
  'watchdog.stuck':
    'The database in {folder} has not come back for a minute. The process is ended; nothing is lost. Start again, and look at disk and memory if it happens again.',
  'failed.unexpected': 'Unexpected error: {message} Set DEBUG=1 to see where.',
  'failed.waitingEarlier': 'an earlier report for the same order or article goes first.',
  'failed.unknown': 'no cause was given.',

  'help.import.target': 'where the orders go: store (default) or xentral',
  'help.feedback': 'read tracking, cancellations and stock from Xentral and send them to Billbee',
  'help.mapping': 'what the ERP calls payment types, carriers, shops and articles',
  'help.mapping.check':
    'list what the orders of the last days have no mapping for; exit 2 when there is something',
  'help.mapping.days': 'how many days back, default 30',
  'arg.days': '--days "{value}" is not a number of days from 1 to 9999.',
  'arg.target': '{key} "{value}" is no target: store or xentral.',
  'arg.targetOut': '--out and --target xentral name two targets. Give one of them.',
  'xentral.notSet':
    "No Xentral tenant is set. Set XENTRAL_URL (the tenant's address) and XENTRAL_TOKEN (a personal access token) in the environment or in .env.",
  'xentral.other':
    'Orders are held at {target}, but XENTRAL_URL names another tenant or none. Set it to that tenant, then retry them.',
  'xentral.prefixShared':
    'Accounts {account} and {other} send to one Xentral with the same externalIdPrefix ("{prefix}"), so orders of one could be taken for orders of the other. Give each a prefix of its own: xentral.externalIdPrefix in its settings file, then "accounts add" again.',
  'feedback.summary':
    'From Xentral: {orders} orders looked at, {shipments} parcels, {shipped} shipped, {cancelled} cancelled, {stock} stock levels.',
  'serve.feedbackFailed': '{cause} Xentral is asked again after the next poll.',
  'mapping.line': '{read} of {expected} orders looked at, {held} values without a mapping',
  'mapping.summary':
    '{orders} orders of the last {days} days: {mapped} values mapped, {unmapped} without a mapping.',
  'mapping.summaryWaiting':
    '{orders} orders, all that wait in status {status} and those of the last {days} days: {mapped} values mapped, {unmapped} without a mapping.',
  'mapping.unusable': '{count} orders would be held for a reason that no table can change: {reason}.',
  'mapping.holds': 'holds the order',
  'mapping.passes': 'passes as {becomes}',
  'mapping.remedy': "Add to the settings file (BILLBEE_SETTINGS), with the ERP's names for …:",
  'column.table': 'table',
  'column.value': 'value',
  'column.count': 'orders',
  'column.example': 'example',
  'column.effect': 'effect',
} as const;
