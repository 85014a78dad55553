// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "document/export.hpp"

namespace wegwijzer::document {
namespace {

using model::Given;

class ElmWriter {
public:
    explicit ElmWriter(const Exported& exported)
        : exported_(exported), catalogue_(exported.catalogue) {}

    std::string write() {
        JsonWriter& json = out_.json();
        json.begin_object();
        write_context();
        std::vector<const model::Step*> offers;
        for (const model::StepId id : exported_.steps)
            if (is_offered(catalogue_[id])) offers.push_back(&catalogue_[id]);
        json.key("@graph");
        json.begin_array();
        for (const model::Step* const step : offers) write_opportunity(*step);
        json.end_array();
        json.end_object();
        return json.take();
    }

private:
    [[nodiscard]] bool is_offered(const model::Step& step) const {
        const StepSort sort = sort_of(step);
        return (sort == StepSort::course || sort == StepSort::exam) && !gives_of(step).empty() &&
               !page_of(catalogue_, step).empty();
    }

    void write_context() {
        constexpr std::pair<std::string_view, std::string_view> prefixes[] = {
            {"elm", "http://data.europa.eu/snb/model/elm/"},
            {"dc", "http://purl.org/dc/terms/"},
            {"foaf", "http://xmlns.com/foaf/0.1/"},
            {"rov", "http://www.w3.org/ns/regorg#"},
            {"skos", "http://www.w3.org/2004/02/skos/core#"},
            {"adms", "http://www.w3.org/ns/adms#"},
            {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
            {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
        out_.key("@context");
        out_.json().begin_object();
        for (const auto& [prefix, meaning] : prefixes) out_.json().field(prefix, meaning);
        out_.json().end_object();
    }

    void concept_of(std::string_view key, const std::string& id) {
        out_.key(key);
        out_.begin("skos:Concept", id);
        out_.end();
    }
    void identifier(const std::string& notation) {
        out_.key("adms:identifier");
        out_.begin("elm:Identifier");
        out_.value("skos:notation", notation);
        out_.end();
    }
    void note(std::string_view key, const model::Text& text) {
        out_.key(key);
        out_.begin("elm:Note");
        out_.texts("elm:noteLiteral", text);
        out_.end();
    }

    void write_opportunity(const model::Step& step) {
        out_.begin("elm:LearningOpportunity", urn("step", step.id));
        identifier(step.id);
        out_.texts("dc:title", or_id(step.title, step.id));
        if (!step.text.is_empty()) out_.texts("dc:description", step.text);
        out_.key("foaf:homepage");
        out_.begin("elm:WebResource");
        out_.typed("elm:contentUrl", "xsd:anyURI", page_of(catalogue_, step));
        out_.end();
        if (const auto duration = xsd_duration(step, exported_.on))
            out_.typed("elm:duration", "xsd:duration", *duration);
        out_.list("elm:priceDetail", prices_of(step, exported_.on),
                  [&](const ExportedPrice& price) { write_price(price); });
        write_provider(step);
        write_achievement(step);
        concept_of("elm:defaultLanguage", eu_entry("language/NLD"));
        out_.end();
    }

    void write_price(const ExportedPrice& price) {
        out_.begin("elm:PriceDetail");
        identifier(price.id);
        out_.texts("skos:prefLabel", price_text(price));
        out_.key("elm:amount");
        out_.begin("elm:Amount");
        concept_of("elm:unit", eu_entry("currency/EUR"));
        out_.typed("rdf:value", "xsd:decimal", euros(price.likely));
        out_.end();
        out_.end();
    }

    void write_provider(const model::Step& step) {
        out_.key("elm:providedBy");
        out_.begin("elm:Organisation");
        out_.texts("rov:legalName", who_text(step));
        out_.key("elm:location");
        out_.begin("dc:Location");
        out_.key("elm:address");
        out_.begin("elm:Address");
        concept_of("elm:countryCode", eu_entry("country/NLD"));
        out_.end();
        out_.end();
        out_.end();
    }

    /// One specification, with an outcome for each thing given.
    void write_achievement(const model::Step& step) {
        const std::vector<Given> gives = gives_of(step);
        out_.key("elm:learningAchievementSpecification");
        out_.begin("elm:LearningAchievementSpecification", urn("achievement", step.id));
        out_.texts("dc:title", given_title(catalogue_, gives.front()));
        std::vector<model::Text> needs;
        for (const model::Need& need : step.needs) needs.push_back(need_title(need));
        if (!needs.empty()) note("elm:entryRequirement", joined(needs));
        out_.list("elm:learningOutcome", gives, [&](const Given& given) {
            out_.begin("elm:LearningOutcome");
            out_.texts("dc:title", given_title(catalogue_, given));
            out_.end();
        });
        write_levels(gives);
        out_.end();
    }

    /// Each text in its own language; one that a need does not have is left out there.
    static model::Text joined(const std::vector<model::Text>& texts) {
        model::Text all;
        for (const model::Text& text : texts)
            for (const auto& [lang, words] : text.by_language) {
                std::string* known = nullptr;
                for (auto& [other, told] : all.by_language)
                    if (other == lang) known = &told;
                if (known == nullptr)
                    all.by_language.emplace_back(lang, words);
                else
                    *known += "; " + words;
            }
        return all;
    }

    void write_levels(const std::vector<Given>& gives) {
        std::vector<const model::Credential*> levelled;
        for (const Given& given : gives)
            if (given.kind == Given::Kind::credential &&
                (catalogue_[given.credential].eqf || catalogue_[given.credential].nlqf))
                levelled.push_back(&catalogue_[given.credential]);
        out_.list("elm:educationLevel", levelled, [&](const model::Credential* credential) {
            std::string id, name;
            if (credential->eqf) {
                id = "http://data.europa.eu/snb/eqf/" + std::to_string(*credential->eqf);
                name = "EQF " + std::to_string(*credential->eqf);
            }
            if (credential->nlqf)
                name += (name.empty() ? "NLQF " : ", NLQF ") + std::to_string(*credential->nlqf);
            out_.begin("skos:Concept", id);
            out_.texts("skos:prefLabel", {{{"en", name}}});
            out_.end();
        });
    }

    const Exported& exported_;
    const model::Catalogue& catalogue_;
    LinkedData out_;
};

}  // namespace

std::string render_export_elm(const Exported& exported) { return ElmWriter(exported).write(); }

}  // namespace wegwijzer::document
