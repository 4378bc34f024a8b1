/** As much of JSON Schema, draft 2020-12, as the schema of the program uses. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: { readonly [key: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Every keyword that `fits` knows, and those that say nothing of a value (`format` among them). */
const KEYWORDS = new Set(
  `$schema $id $ref $defs title description format type const enum anyOf oneOf properties required
  additionalProperties propertyNames items minItems maxItems pattern minLength maxLength minimum maximum`.split(
    /\s+/,
  ),
);

/** Every `$ref` below. */
export function pointers(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  const own = "$ref" in node && typeof node.$ref === "string" ? [node.$ref] : [];
  return [...own, ...Object.values(node).flatMap(pointers)];
}

/** What a local reference leads to. */
export function resolve(root: Schema, pointer: string): Schema | undefined {
  const keys = pointer.replace(/^#\/?/, "").split("/");
  let node: unknown = root;
  for (const key of keys) node = (node as Record<string, unknown> | undefined)?.[key];
  return node as Schema | undefined;
}

/** Does a JSON value fit a schema? Throws at a keyword that it does not know, so that none is ever passed over. */
export function fits(value: unknown, schema: Schema, root: Schema): boolean {
  for (const key of Object.keys(schema)) if (!KEYWORDS.has(key)) throw new Error(`unknown keyword ${key}`);
  const inner = (part: unknown, of: Schema) => fits(part, of, root);
  if (schema.$ref !== undefined) {
    const target = resolve(root, schema.$ref);
    if (target === undefined || !inner(value, target)) return false;
  }
  if (schema.type !== undefined && !isOfType(value, schema.type)) return false;
  if ("const" in schema && value !== schema.const) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (schema.anyOf !== undefined && !schema.anyOf.some((one) => inner(value, one))) return false;
  if (schema.oneOf !== undefined && schema.oneOf.filter((one) => inner(value, one)).length !== 1)
    return false;
  if (typeof value === "string") return textFits(value, schema);
  if (typeof value === "number") {
    return (
      value >= (schema.minimum ?? Number.NEGATIVE_INFINITY) &&
      value <= (schema.maximum ?? Number.POSITIVE_INFINITY)
    );
  }
  if (Array.isArray(value)) {
    const { items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
    return (
      value.length >= minItems && value.length <= maxItems && value.every((member) => inner(member, items))
    );
  }
  return typeof value !== "object" || value === null || objectFits(value, schema, inner);
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "null":
      return value === null;
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    default:
      return typeof value === type;
  }
}

function textFits(text: string, { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema) {
  return (
    text.length >= minLength &&
    text.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern, "u").test(text))
  );
}

function objectFits(
  value: object,
  { properties = {}, required = [], additionalProperties = true, propertyNames = {} }: Schema,
  inner: (part: unknown, of: Schema) => boolean,
): boolean {
  if (required.some((key) => !Object.hasOwn(value, key))) return false;
  return Object.entries(value).every(([key, member]) => {
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!inner(key, propertyNames)) return false;
    if (own !== undefined) return inner(member, own);
    return typeof additionalProperties === "boolean"
      ? additionalProperties
      : inner(member, additionalProperties);
  });
}
