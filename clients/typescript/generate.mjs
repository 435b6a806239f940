// Writes the client from the contract: types by @hey-api/openapi-ts, resources by us.
// `node generate.mjs` writes; `--check` writes elsewhere, fails where the committed files differ, and runs tsc.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { createClient } from "@hey-api/openapi-ts";
import { parse, stringify } from "yaml";

const HERE = dirname(fileURLToPath(import.meta.url));
const CONTRACT = join(HERE, "..", "..", "openapi", "guildhall.yaml");
const METHODS = ["get", "post", "patch", "put", "delete"];
/** Schemas whose names a global of TypeScript's already has: the generator would mix them up. */
const RENAMED = { File: "StoredFile" };
const TARGETS = { "types.gen.ts": "src/generated/types.gen.ts", "resources.ts": "src/resources.ts" };

async function main(options) {
  const work = mkdtempSync(join(tmpdir(), "guildhall-client-"));
  try {
    let text = readFileSync(CONTRACT, "utf8");
    for (const [from, to] of Object.entries(RENAMED)) {
      text = text.replaceAll(new RegExp(`#/components/schemas/${from}(?![A-Za-z0-9_])`, "g"), `#/components/schemas/${to}`);
    }
    const document = parse(text, { maxAliasCount: -1 });
    for (const [from, to] of Object.entries(RENAMED)) {
      const schemas = document.components.schemas;
      if (schemas[from] === undefined) throw new Error(`the contract has no schema ${from}: take it off RENAMED`);
      schemas[to] = schemas[from];
      delete schemas[from];
    }
    const input = join(work, "contract.yaml");
    writeFileSync(input, stringify(document));
    await createClient({
      input,
      output: { path: join(work, "out"), entryFile: false },
      plugins: ["@hey-api/typescript"],
      logs: { level: "silent", file: false },
    });
    const types = readFileSync(join(work, "out", "types.gen.ts"), "utf8");
    const found = { "types.gen.ts": types, "resources.ts": resources(document) };
    if (!options.includes("--check")) {
      for (const [name, target] of Object.entries(TARGETS)) writeFileSync(join(HERE, target), found[name]);
      console.log("the TypeScript client is written");
      return 0;
    }
    const different = Object.entries(TARGETS)
      .filter(([name, target]) => !existsSync(join(HERE, target)) || readFileSync(join(HERE, target), "utf8") !== found[name])
      .map(([, target]) => target);
    if (different.length > 0) {
      console.log(["the TypeScript client differs from the contract:", ...different].join("\n  "));
      return 1;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  try {
    execFileSync(process.execPath, [join(HERE, "node_modules", "typescript", "bin", "tsc"), "-p", HERE], { stdio: "inherit" });
  } catch (error) {
    if (typeof error.status !== "number") throw error;
    return error.status;
  }
  console.log("the TypeScript client is that of the contract, and its types hold");
  return 0;
}

/** The text of `resources.ts`: a class a resource, a method an operation. */
function resources(document) {
  const classes = new Map();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of METHODS) {
      if (item[verb] === undefined) continue;
      const [stem, method] = split(path, item[verb].operationId);
      if (!classes.has(stem)) classes.set(stem, []);
      classes.get(stem).push(readCall(document, path, verb, item, method));
    }
  }
  const stems = [...classes.keys()].sort();
  const lines = [
    "// The API's resources. Generated from openapi/guildhall.yaml by clients/typescript/generate: do not edit.",
    "",
    'import { type Call, type Caller, Resource } from "./calls.js";',
    'import type * as t from "./generated/types.gen.js";',
  ];
  for (const stem of stems) {
    lines.push("", `/** The resource \`${stem}\`. */`, `export class ${className(stem)} extends Resource {`);
    lines.push(classes.get(stem).map(methodText).join("\n\n"), "}");
  }
  lines.push("", "/** All resources, by name. */", "export class Resources {");
  for (const stem of stems) lines.push(`  readonly ${camel(stem)}: ${className(stem)};`);
  lines.push("", "  constructor(caller: Caller) {");
  for (const stem of stems) lines.push(`    this.${camel(stem)} = new ${className(stem)}(caller);`);
  lines.push("  }", "}", "");
  return lines.join("\n");
}

/** The resource and the method that an operation id names: the same as in the Python client. */
function split(path, operationId) {
  const words = path
    .replace(/^\/api\/v1\//, "")
    .split("/")
    .filter((part) => !part.startsWith("{"))
    .map((part) => part.replaceAll("-", "_"));
  const candidates = [...words.map((_, at) => words.slice(0, words.length - at).join("_")), ...[...words].reverse()];
  for (const candidate of candidates) {
    if (operationId.startsWith(`${candidate}_`)) return [candidate, operationId.slice(candidate.length + 1)];
  }
  const at = operationId.lastIndexOf("_");
  return [operationId.slice(0, at), operationId.slice(at + 1)];
}

function readCall(document, path, verb, item, method) {
  const operation = item[verb];
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) =>
    one.$ref === undefined ? one : document.components.parameters[one.$ref.split("/").at(-1)],
  );
  const forms = Object.keys(operation.requestBody?.content ?? {});
  const sends = forms.includes("application/json") ? ["application/json"] : forms;
  const success = Object.keys(operation.responses).find((status) => status.startsWith("2"));
  if (sends.length > 1 || success === undefined) throw new Error(`${operation.operationId} has an unknown form`);
  const got = Object.keys(operation.responses[success].content ?? {});
  const pascal = camel(operation.operationId).replace(/^./, (first) => first.toUpperCase());
  const answer = got.length === 0 ? "none" : got[0] === "application/json" ? "json" : "bytes";
  const page = document.components.schemas[operation.responses[success].content?.["application/json"]?.schema?.$ref?.split("/").at(-1)];
  return {
    method: camel(method),
    verb: verb.toUpperCase(),
    path,
    ids: parameters.filter((one) => one.in === "path").map((one) => one.name),
    data: `t.${pascal}Data`,
    returns: { none: "void", bytes: "Blob", json: `t.${pascal}Responses[${success}]` }[answer],
    answer,
    summary: operation.summary,
    sends: { "application/json": "json", "multipart/form-data": "form", "application/octet-stream": "bytes" }[sends[0]] ?? "none",
    keyed: parameters.some((one) => one.in === "header" && one.name === "Idempotency-Key"),
    needed: operation.requestBody?.required === true || parameters.some((one) => one.in === "query" && one.required),
    paged: page?.properties?.next_cursor !== undefined,
  };
}

function methodText(call) {
  const ids = call.ids.map((name) => `${name}: string`);
  const given = `call: Call<${call.data}>${call.needed ? "" : " = {}"}`;
  const path = call.path.replaceAll(/\{(\w+)\}/g, (_, name) => `\${encodeURIComponent(${name})}`);
  const quoted = path.includes("${") ? `\`${path}\`` : `"${path}"`;
  const what = `{ method: "${call.verb}", path: ${quoted}, sends: "${call.sends}", answer: "${call.answer}", keyed: ${call.keyed} }`;
  const lines = [
    `  /** ${call.summary}. */`,
    `  ${call.method}(${[...ids, given].join(", ")}): Promise<${call.returns}> {`,
    `    return this.caller.send(${what}, call);`,
    "  }",
  ];
  if (call.paged) {
    const each = call.method === "list" ? "each" : `each${call.method.replace(/^./, (first) => first.toUpperCase())}`;
    lines.push(
      "",
      `  /** ${call.summary}, page after page. */`,
      `  ${each}(${[...ids, given].join(", ")}): AsyncGenerator<${call.returns}["data"][number], void, undefined> {`,
      `    return this.pages((cursor) => this.${call.method}(${[...call.ids, "{ ...call, query: { ...call.query, cursor } }"].join(", ")}));`,
      "  }",
    );
  }
  return lines.join("\n");
}

function camel(text) {
  return text.replaceAll(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

function className(stem) {
  return `${camel(stem).replace(/^./, (first) => first.toUpperCase())}Api`;
}

process.exitCode = await main(process.argv.slice(2));
