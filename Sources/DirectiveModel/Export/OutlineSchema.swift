/// The JSON Schema (2020-12) of `OutlineJSON`; `Schemas/outline.schema.json` is a copy for those who do not run the
/// program.
public enum OutlineSchema {
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:directives:outline:1",
      "title": "Outline",
      "description": "The outline of a numbered document: its points in reading order, and their texts where they were asked for. Preamble, texts and closing, one after the other, hold every non-blank character of the document once.",
      "type": "object",
      "required": ["title", "points"],
      "additionalProperties": false,
      "properties": {
        "title": {
          "description": "The document's title on one line; null where none was found.",
          "type": ["string", "null"]
        },
        "frontMatter": {
          "description": "What stands around the points, by its form: only what the document has.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "documentNumber": { "type": "string" },
            "issuer": { "type": "string" },
            "occasion": { "type": "string" },
            "speaker": { "type": "string" },
            "date": { "type": "string" },
            "salutation": { "type": "string" },
            "signature": { "type": "string" },
            "signatureDate": { "type": "string" },
            "origin": { "type": "string" },
            "annexes": { "type": "array", "items": { "type": "string" } }
          }
        },
        "preamble": {
          "description": "What stands before the first point, the title included.",
          "type": "string"
        },
        "points": {
          "type": "array",
          "items": { "$ref": "#/$defs/point" }
        },
        "inline": {
          "description": "The points inside the preamble's paragraphs.",
          "type": "array",
          "items": { "$ref": "#/$defs/inlinePoint" }
        },
        "closing": {
          "description": "What stands after the last point: appeal, signature, source.",
          "type": "string"
        }
      },
      "$defs": {
        "point": {
          "type": "object",
          "required": ["address", "depth", "line", "marker", "heading"],
          "additionalProperties": false,
          "properties": {
            "address": {
              "description": "Positions among siblings, outermost first: 2.3 is the third point of the second theme.",
              "type": "string",
              "pattern": "^[1-9][0-9]*([.][1-9][0-9]*)*$"
            },
            "depth": {
              "description": "The number of positions in the address.",
              "type": "integer",
              "minimum": 1
            },
            "line": {
              "description": "The line of the document, from 1, on which the point begins.",
              "type": "integer",
              "minimum": 1
            },
            "marker": {
              "description": "The numbering as printed; empty for an unnumbered heading.",
              "type": "string"
            },
            "heading": {
              "description": "The first sentence without its marker and without a closing full stop, on one line.",
              "type": "string"
            },
            "text": {
              "description": "The point's own text with its inline points, without the points inside it and without blanks at either end.",
              "type": "string"
            },
            "inline": {
              "description": "The points inside the paragraph, as in: first, …; second, ….",
              "type": "array",
              "items": { "$ref": "#/$defs/inlinePoint" }
            }
          }
        },
        "inlinePoint": {
          "type": "object",
          "required": ["address", "line", "marker", "heading"],
          "additionalProperties": false,
          "properties": {
            "address": { "type": ["string", "null"] },
            "line": { "type": "integer", "minimum": 1 },
            "marker": { "type": "string" },
            "heading": { "type": "string" }
          }
        }
      }
    }

    """#
}
