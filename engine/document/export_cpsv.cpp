// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "document/export.hpp"

namespace wegwijzer::document {
namespace {

using model::Given;

class CpsvWriter {
public:
    explicit CpsvWriter(const Exported& exported)
        : exported_(exported), catalogue_(exported.catalogue) {}

    std::string write() {
        JsonWriter& json = out_.json();
        json.begin_object();
        write_context();
        json.key("@graph");
        json.begin_array();
        for (const model::StepId id : exported_.steps) {
            const model::Step& step = catalogue_[id];
            if (sort_of(step) == StepSort::service) write_service(step);
        }
        json.end_array();
        json.end_object();
        return json.take();
    }

private:
    void write_context() {
        constexpr std::pair<std::string_view, std::string_view> prefixes[] = {
            {"cpsv", "http://purl.org/vocab/cpsv#"},
            {"m8g", "http://data.europa.eu/m8g/"},
            {"dc", "http://purl.org/dc/terms/"},
            {"foaf", "http://xmlns.com/foaf/0.1/"},
            {"skos", "http://www.w3.org/2004/02/skos/core#"},
            {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
        out_.key("@context");
        out_.json().begin_object();
        for (const auto& [prefix, meaning] : prefixes) out_.json().field(prefix, meaning);
        out_.json().end_object();
    }

    void begin(std::string_view type, const std::string& id, std::string_view identifier) {
        out_.begin(type, id);
        out_.value("dc:identifier", identifier);
    }

    void write_service(const model::Step& step) {
        begin("cpsv:PublicService", urn("step", step.id), step.id);
        const model::Text title = or_id(step.title, step.id);
        out_.texts("dc:title", title);
        out_.texts("dc:description", step.text.is_empty() ? title : step.text);
        out_.key("dc:language");
        out_.begin("dc:LinguisticSystem", eu_entry("language/NLD"));
        out_.end();
        if (const std::string page = page_of(catalogue_, step); !page.empty())
            out_.reference("foaf:page", page);
        write_authority(step);
        if (const auto duration = xsd_duration(step, exported_.on))
            out_.typed("m8g:processingTime", "xsd:duration", *duration);
        out_.list("m8g:holdsRequirement", step.needs, [&](const model::Need& need) {
            const std::string id = step.id + "/" + need.id;
            begin("m8g:Requirement", urn("need", id), id);
            out_.texts("dc:title", need_title(need));
            if (!need.is.text.empty()) out_.texts("dc:description", {{{"en", need.is.text}}});
            out_.end();
        });
        out_.list("m8g:hasInputType", step.documents, [&](model::DocumentId document) {
            const model::Document& paper = catalogue_.documents[document.index];
            begin("m8g:EvidenceType", urn("document", paper.id), paper.id);
            out_.texts("dc:title", or_id(paper.title, paper.id));
            out_.end();
        });
        out_.list("m8g:hasCost", prices_of(step, exported_.on),
                  [&](const ExportedPrice& price) { write_cost(price); });
        out_.list("cpsv:produces", gives_of(step),
                  [&](const Given& given) { write_output(given); });
        out_.end();
    }

    void write_authority(const model::Step& step) {
        out_.key("m8g:hasCompetentAuthority");
        out_.begin("m8g:PublicOrganisation",
                   urn("body", step.by_title.is_empty() ? step.by : step.id));
        out_.texts("skos:prefLabel", who_text(step));
        out_.key("dc:spatial");
        out_.begin("dc:Location", eu_entry("country/NLD"));
        out_.end();
        out_.end();
    }

    void write_cost(const ExportedPrice& price) {
        begin("m8g:Cost", urn("cost", price.id), price.id);
        out_.texts("dc:description", price_text(price));
        out_.typed("m8g:hasValue", "xsd:double", euros(price.likely));
        out_.key("m8g:currency");
        out_.begin("skos:Concept", eu_entry("currency/EUR"));
        out_.end();
        out_.end();
    }

    void write_output(const Given& given) {
        const std::string id = given.kind == Given::Kind::credential
                                   ? catalogue_[given.credential].id
                                   : catalogue_[given.attribute].id;
        const std::string level =
            given.kind == Given::Kind::level ? "/" + std::to_string(given.rank) : "";
        begin("m8g:Output", urn("output", id + level), id + level);
        out_.texts("dc:title", given_title(catalogue_, given));
        out_.end();
    }

    const Exported& exported_;
    const model::Catalogue& catalogue_;
    LinkedData out_;
};

}  // namespace

std::string render_export_cpsv(const Exported& exported) { return CpsvWriter(exported).write(); }

}  // namespace wegwijzer::document
