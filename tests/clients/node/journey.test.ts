// The main job through the typed client: sign in, quote, order, payment, its books, and what was heard of it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Conflict, Forbidden, type models, NotFound, PreconditionFailed, Unauthorized } from "../../../clients/typescript/src/index.js";
import { Guildhall } from "../../../clients/typescript/src/index.js";
import { client, given } from "./given.js";

function found<Row>(rows: Array<Row>, fits: (row: Row) => boolean): Row {
  const row = rows.find(fits);
  assert.ok(row);
  return row;
}

test("from a quote to a verified payment", async () => {
  const [clerk, accountant, owner] = [await client("staff"), await client("accountant"), await client("owner")];
  const before = (await owner.events.list({ query: { limit: 1, sort: "-position" } })).data[0]?.id;
  const services = (await clerk.services.list()).data;
  const customer = found((await clerk.customers.list({ query: { q: "Aziz" } })).data, () => true);
  const branch = found((await clerk.branches.list()).data, () => true);
  const lines: Array<models.QuoteLineIn> = [
    { service: found(services, (row) => row.code === "apostille").id },
    { service: found(services, (row) => row.code === "certified_copy").id, copies: 2 },
  ];
  const quote = await clerk.quotes.create({ body: { customer: customer.id, branch: branch.id, lines } });
  assert.equal(quote.total.currency, "UZS");
  assert.ok(Number(quote.total.amount) > 0);

  const idempotencyKey = crypto.randomUUID();
  const body = { quote: quote.id, customer: customer.id };
  const order = await clerk.orders.create({ body, idempotencyKey });
  const replay = await clerk.orders.create({ body, idempotencyKey });
  assert.equal(replay.id, order.id);
  assert.deepEqual(order.total, quote.total);
  await assert.rejects(clerk.orders.create({ body }), (error: unknown) => {
    assert.ok(error instanceof Conflict);
    assert.equal(error.code, "quote_already_used");
    assert.notEqual(error.requestId, "");
    return true;
  });

  const methods = (await clerk.paymentMethods.list()).data;
  const card = await clerk.payments.create({
    body: {
      method: found(methods, (row) => row.code === "card").id,
      amount: order.total,
      customer: customer.id,
      allocations: [{ order: order.id }],
    },
  });
  assert.equal(card.state, "awaiting_verification");
  await assert.rejects(clerk.payments.transition(card.id, { body: { transition: "verify" } }), Forbidden);
  assert.equal((await accountant.payments.transition(card.id, { body: { transition: "verify" } })).state, "verified");
  const paid = await clerk.orders.retrieve(order.id);
  assert.equal(Number(paid.outstanding.amount), 0);

  const types: Array<string> = [];
  const wanted = ["order.placed", "payment.received", "payment.verified"];
  for await (const event of owner.stream({ ...(before === undefined ? {} : { after: before }), timeout: 20 })) {
    types.push(event.type);
    if (wanted.every((type) => types.includes(type))) break;
  }
  for (const type of wanted) assert.ok(types.includes(type), `${type} was not heard`);
});

test("an iterator walks all pages", async () => {
  const owner = await client("owner");
  const ids: Array<string> = [];
  for await (const row of owner.ledgerAccounts.each({ query: { limit: 5 } })) ids.push(row.id);
  assert.ok(ids.length > 5);
  assert.equal(new Set(ids).size, ids.length);
  const whole = await owner.ledgerAccounts.list({ query: { limit: 100 } });
  assert.deepEqual([...ids].sort(), whole.data.map((row) => row.id).sort());
});

test("a file goes there and back", async () => {
  const clerk = await client("staff");
  const sent = "A certificate of birth.\n".repeat(20);
  const file = await clerk.files.create({ body: { file: new File([sent], "certificate.txt", { type: "text/plain" }) } });
  assert.equal(await (await clerk.files.content(file.id)).text(), sent);
});

test("a stale version, a strange id and a wrong password are told apart", async () => {
  const owner = await client("owner");
  const branch = found((await owner.branches.list()).data, () => true);
  await assert.rejects(owner.branches.update(branch.id, { body: {}, ifMatch: '"999"' }), PreconditionFailed);
  await assert.rejects(owner.branches.retrieve("brn_01h455vb4pex5vsknk084sn02q"), NotFound);
  const stranger = new Guildhall(given.site.api, { tenant: given.site.slug });
  await assert.rejects(stranger.signIn(given.site.staff["owner"]!, "wrong"), Unauthorized);
});

test("a session is renewed by itself, and ended", async () => {
  const api = await client("owner");
  const { refresh } = api.tokens;
  api.useTokens("not-a-token", refresh);
  const [one, two] = await Promise.all([api.me.retrieve(), api.me.retrieve()]);
  assert.equal(one.id, two.id);
  assert.notEqual(api.tokens.refresh, refresh);
  await api.signOut();
  await assert.rejects(api.me.retrieve(), Unauthorized);
});

test("the bot signs in as a service", async () => {
  const bot = new Guildhall(given.site.api, { tenant: given.site.slug });
  await bot.signInService(given.site.bot, given.site.bot_secret);
  assert.ok((await bot.services.list()).data.length > 0);
});
