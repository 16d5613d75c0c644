#include "CHTML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

const char *html_library_version(void) { return LIBXML_DOTTED_VERSION; }

/* libxml2 holds each attribute of an element against all before it. No page that people write has so many. */
enum { most_attributes = 4096 };

static int is_blank(char sign) { return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r' || sign == '\f'; }

/* Whether an element has more attributes than that, told by its signs as a tokenizer of HTML does. */
static int has_too_many_attributes(const char *bytes, int size) {
  int place = 0;
  while (place < size) {
    const char *open = memchr(bytes + place, '<', (size_t)(size - place));
    if (!open) return 0;
    place = (int)(open - bytes) + 1;
    int count = 0;
    while (place < size && bytes[place] != '>' && bytes[place] != '<') {
      while (place < size && is_blank(bytes[place])) place++;
      if (++count > most_attributes) return 1;
      while (place < size && !is_blank(bytes[place]) && bytes[place] != '=' && bytes[place] != '>' && bytes[place] != '<') place++;
      while (place < size && is_blank(bytes[place])) place++;
      if (place >= size || bytes[place] != '=') continue;
      place++;
      while (place < size && is_blank(bytes[place])) place++;
      if (place < size && (bytes[place] == '"' || bytes[place] == '\'')) {
        const char *close = memchr(bytes + place + 1, bytes[place], (size_t)(size - place - 1));
        place = close ? (int)(close - bytes) + 1 : size;
      } else {
        while (place < size && !is_blank(bytes[place]) && bytes[place] != '>') place++;
      }
    }
  }
  return 0;
}

html_document *html_document_read(const char *bytes, int size) {
  if (has_too_many_attributes(bytes, size)) return NULL;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  return (html_document *)htmlReadMemory(bytes, size, NULL, "UTF-8", options);
}

html_document *xml_document_read(const char *bytes, int size) {
  if (has_too_many_attributes(bytes, size)) return NULL;
  // No entity is replaced and nothing is fetched; a document that declares any is refused.
  int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
  xmlDocPtr document = xmlReadMemory(bytes, size, NULL, NULL, options);
  if (document && (document->intSubset || document->extSubset)) {
    xmlFreeDoc(document);
    return NULL;
  }
  return (html_document *)document;
}

void html_document_free(html_document *document) { xmlFreeDoc((xmlDocPtr)document); }

const html_node *html_document_root(const html_document *document) {
  return (const html_node *)xmlDocGetRootElement((xmlDocPtr)document);
}

const char *html_node_name(const html_node *node) {
  const xmlNode *own = (const xmlNode *)node;
  return own->type == XML_ELEMENT_NODE ? (const char *)own->name : NULL;
}

const char *html_node_text(const html_node *node) {
  const xmlNode *own = (const xmlNode *)node;
  return own->type == XML_TEXT_NODE ? (const char *)own->content : NULL;
}

const html_node *html_node_child(const html_node *node) {
  const xmlNode *own = (const xmlNode *)node;
  return own->type == XML_ELEMENT_NODE ? (const html_node *)own->children : NULL;
}

const html_node *html_node_next(const html_node *node) { return (const html_node *)((const xmlNode *)node)->next; }

const html_node *html_node_parent(const html_node *node) {
  const xmlNode *parent = ((const xmlNode *)node)->parent;
  return parent && parent->type == XML_ELEMENT_NODE ? (const html_node *)parent : NULL;
}

char *html_node_attribute(const html_node *node, const char *name) {
  return (char *)xmlGetProp((const xmlNode *)node, (const xmlChar *)name);
}

char *html_node_content(const html_node *node) { return (char *)xmlNodeGetContent((const xmlNode *)node); }

void html_text_free(char *text) { xmlFree(text); }
