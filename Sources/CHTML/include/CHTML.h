#ifndef CHTML_H
#define CHTML_H
// A tree of HTML or XML by libxml2. Its own headers bring those of ICU in, which clash with Foundation's.
#include <stddef.h>

/// The version of libxml2 that this was built with, such as "2.9.14".
const char *_Nonnull html_library_version(void);

typedef struct html_document html_document;
typedef struct html_node html_node;

/// NULL where nothing can be made of the bytes.
html_document *_Nullable html_document_read(const char *_Nonnull bytes, int size);
/// The same of XML, whose elements lose their prefixes; NULL where it is not well-formed.
html_document *_Nullable xml_document_read(const char *_Nonnull bytes, int size);
void html_document_free(html_document *_Nonnull document);
const html_node *_Nullable html_document_root(const html_document *_Nonnull document);

/// The element's name; NULL for what is no element.
const char *_Nullable html_node_name(const html_node *_Nonnull node);
/// The text; NULL for what is no text.
const char *_Nullable html_node_text(const html_node *_Nonnull node);
const html_node *_Nullable html_node_child(const html_node *_Nonnull node);
const html_node *_Nullable html_node_next(const html_node *_Nonnull node);
const html_node *_Nullable html_node_parent(const html_node *_Nonnull node);
/// To be given back with html_text_free; NULL where there is none.
char *_Nullable html_node_attribute(const html_node *_Nonnull node, const char *_Nonnull name);
/// All text within; to be given back with html_text_free.
char *_Nullable html_node_content(const html_node *_Nonnull node);
void html_text_free(char *_Nonnull text);

#endif
