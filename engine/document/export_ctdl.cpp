// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdint>

#include "document/export.hpp"
#include "document/value_text.hpp"

namespace wegwijzer::document {
namespace {

using model::Expression;
using model::Given;
using model::Op;

/// FNV-1a with another beginning.
std::uint64_t hash_of(std::string_view text, std::uint64_t begin) {
    constexpr std::uint64_t prime = 0x100000001b3U;
    for (const char c : text) begin = (begin ^ static_cast<unsigned char>(c)) * prime;
    return begin;
}

/// The name that a registry asks for: always the same for the same thing.
/// @source RFC 9562, section 5.8 (UUID version 8)
std::string ctid(std::string_view urn) {
    constexpr std::uint64_t first = 0xcbf29ce484222325U, second = 0x9ae16a3b2f90404fU;
    const std::uint64_t high = hash_of(urn, first), low = hash_of(urn, second);
    return fmt::format("ce-{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}", high >> 32U,
                       (high >> 16U) & 0xffffU, high & 0xfffU, 0x8000U | ((low >> 48U) & 0x3fffU),
                       low & 0xffffffffffffU);
}

class CtdlWriter {
public:
    explicit CtdlWriter(const Exported& exported)
        : exported_(exported), catalogue_(exported.catalogue), goal_(catalogue_[exported.goal]) {}

    std::string write() {
        JsonWriter& json = out_.json();
        json.begin_object();
        json.field("@context", "https://credreg.net/ctdl/schema/context/json");
        json.key("@graph");
        json.begin_array();
        write_pathway();
        write_destination();
        for (const model::CredentialId id : exported_.credentials) {
            write_credential_component(catalogue_[id]);
            write_credential(id);
        }
        for (const model::StepId id : exported_.steps) {
            write_step_component(catalogue_[id]);
            if (sort_of(catalogue_[id]) == StepSort::course) write_course(catalogue_[id]);
        }
        json.end_array();
        json.end_object();
        return json.take();
    }

private:
    [[nodiscard]] std::string pathway() const { return urn("pathway", goal_.id); }
    [[nodiscard]] std::string destination() const { return urn("goal", goal_.id); }
    [[nodiscard]] std::string page(const std::string& found, const std::string& otherwise) const {
        return found.empty() ? otherwise : found;
    }
    [[nodiscard]] std::string step_page(const model::Step& step) const {
        return page(page_of(catalogue_, step), urn("step", step.id));
    }

    void begin(std::string_view type, const std::string& id, const model::Text& name,
               const model::Text& description, const std::string& page) {
        out_.begin(type, id);
        out_.value("ceterms:ctid", ctid(id));
        out_.language_map("ceterms:name", name);
        out_.language_map("ceterms:description", description);
        out_.value("ceterms:subjectWebpage", page);
    }
    /// All that a thing in a registry belongs to: the pack that tells of it.
    void owned(model::PackId pack) {
        strings("ceterms:ownedBy", {urn("pack", catalogue_[pack].id)});
    }
    void strings(std::string_view key, const std::vector<std::string>& values) {
        out_.list(key, values, [&](const std::string& one) { out_.json().value(one); });
    }

    void write_pathway() {
        const model::Text title = or_id(goal_.title, goal_.id);
        begin("ceterms:Pathway", pathway(), title, title,
              page(page_of(catalogue_, goal_.source), pathway()));
        std::vector<std::string> languages;
        for (const auto& [lang, words] : title.by_language) languages.push_back(lang);
        strings("ceterms:inLanguage", languages);
        owned(goal_.pack);
        write_occupation();
        std::vector<std::string> parts{destination()};
        for (const model::CredentialId id : exported_.credentials)
            parts.push_back(urn("component", catalogue_[id].id));
        for (const model::StepId id : exported_.steps)
            parts.push_back(urn("step", catalogue_[id].id));
        strings("ceterms:hasPart", parts);
        strings("ceterms:hasDestinationComponent", {destination()});
        out_.end();
    }

    /// ESCO where the goal has it, and ISCO-08.
    void write_occupation() {
        if (goal_.esco.empty() && goal_.isco08.empty()) return;
        out_.key("ceterms:occupationType");
        out_.json().begin_array();
        if (!goal_.esco.empty()) align("ESCO", or_id(goal_.title, goal_.id), goal_.esco, {});
        if (!goal_.isco08.empty())
            align("ISCO-08", or_id(goal_.title, goal_.id),
                  "http://data.europa.eu/esco/isco/C" + goal_.isco08, goal_.isco08);
        out_.json().end_array();
    }

    void align(std::string_view framework, const model::Text& name, const std::string& node,
               const std::string& code) {
        out_.begin("ceterms:CredentialAlignmentObject");
        out_.language_map("ceterms:frameworkName", {{{"en", std::string(framework)}}});
        out_.language_map("ceterms:targetNodeName", name);
        if (!node.empty()) out_.value("ceterms:targetNode", node);
        if (!code.empty()) out_.value("ceterms:codedNotation", code);
        out_.end();
    }

    void write_destination() {
        const model::Text title = or_id(goal_.title, goal_.id);
        begin("ceterms:BasicComponent", destination(), title, title,
              page(page_of(catalogue_, goal_.source), pathway()));
        strings("ceterms:isPartOf", {pathway()});
        strings("ceterms:isDestinationComponentOf", {pathway()});
        if (!goal_.reach.is_empty()) {
            out_.key("ceterms:hasCondition");
            out_.json().begin_array();
            write_condition(goal_.reach, goal_.reach.root(), title);
            out_.json().end_array();
        }
        out_.end();
    }

    void write_credential_component(const model::Credential& credential) {
        const model::Text title = or_id(credential.title, credential.id);
        const std::string id = urn("component", credential.id);
        begin("ceterms:CredentialComponent", id, title, title,
              page(page_of(catalogue_, credential.source), urn("credential", credential.id)));
        strings("ceterms:isPartOf", {pathway()});
        out_.value("ceterms:sourceData", urn("credential", credential.id));
        if (const std::vector<std::string> steps = givers(credential.id); !steps.empty()) {
            out_.key("ceterms:hasCondition");
            out_.json().begin_array();
            write_any_of(steps, title);
            out_.json().end_array();
        }
        out_.end();
    }

    [[nodiscard]] std::vector<std::string> givers(std::string_view credential) const {
        std::vector<std::string> steps;
        for (const model::StepId id : exported_.steps)
            for (const Given& given : gives_of(catalogue_[id]))
                if (given.kind == Given::Kind::credential &&
                    catalogue_[given.credential].id == credential)
                    steps.push_back(urn("step", catalogue_[id].id));
        return steps;
    }

    void write_any_of(const std::vector<std::string>& steps, const model::Text& name) {
        out_.begin("ceterms:ComponentCondition");
        out_.language_map("ceterms:name", name);
        out_.json().field("ceterms:requiredNumber", 1);
        strings("ceterms:targetComponent", steps);
        out_.end();
    }

    /// Conditions nest as expressions do; what is no credential is told in the words of the rule.
    void write_condition(const Expression& expression, const model::Node& node,
                         const model::Text& name) {
        out_.begin("ceterms:ComponentCondition");
        out_.language_map("ceterms:name", name);
        const bool is_any = node.op == Op::disjunction;
        if (is_any || node.op == Op::conjunction) {
            out_.value("ceterms:logicalOperator",
                       is_any ? "logicOperator:Or" : "logicOperator:And");
            out_.json().field("ceterms:requiredNumber",
                              is_any ? std::int64_t{1} : std::int64_t{node.child_count});
            out_.key("ceterms:hasCondition");
            out_.json().begin_array();
            for (std::uint32_t k = 0; k < node.child_count; ++k)
                write_condition(expression, expression.child(node, k), name);
            out_.json().end_array();
        } else if (node.op == Op::credential && is_exported({node.id})) {
            strings("ceterms:targetComponent",
                    {urn("component", catalogue_[model::CredentialId{node.id}].id)});
        } else {
            out_.language_map("ceterms:description", {{{"en", expression.text}}});
        }
        out_.end();
    }

    [[nodiscard]] bool is_exported(model::CredentialId id) const {
        return std::find(exported_.credentials.begin(), exported_.credentials.end(), id) !=
               exported_.credentials.end();
    }

    void write_step_component(const model::Step& step) {
        const StepSort sort = sort_of(step);
        const model::Text title = or_id(step.title, step.id);
        begin(sort == StepSort::course ? "ceterms:CourseComponent"
              : sort == StepSort::exam ? "ceterms:AssessmentComponent"
              : sort == StepSort::job  ? "ceterms:JobComponent"
                                       : "ceterms:BasicComponent",
              urn("step", step.id), title, step.text.is_empty() ? title : step.text,
              step_page(step));
        strings("ceterms:isPartOf", {pathway()});
        if (sort == StepSort::course) out_.value("ceterms:sourceData", urn("course", step.id));
        std::vector<const model::Need*> needs;
        for (const model::Need& need : step.needs)
            if (!need.is.is_empty()) needs.push_back(&need);
        out_.list("ceterms:hasCondition", needs, [&](const model::Need* need) {
            write_condition(need->is, need->is.root(), need_title(*need));
        });
        out_.end();
    }

    void write_costs(const model::Step& step) {
        out_.list("ceterms:estimatedCost", prices_of(step, exported_.on),
                  [&](const ExportedPrice& price) {
                      out_.begin("ceterms:CostProfile");
                      out_.language_map("ceterms:description", price_text(price));
                      out_.value("ceterms:costDetails", step_page(step));
                      out_.value("ceterms:currency", "EUR");
                      out_.key("ceterms:price");
                      out_.json().number(euros(price.likely));
                      out_.end();
                  });
    }

    void write_duration(const std::string& duration, const model::Text& of) {
        out_.begin("ceterms:DurationProfile");
        out_.language_map("ceterms:description", of);
        out_.value("ceterms:exactDuration", duration);
        out_.end();
    }

    void write_course(const model::Step& step) {
        const model::Text title = or_id(step.title, step.id);
        begin("ceterms:LearningOpportunityProfile", urn("course", step.id), title,
              step.text.is_empty() ? title : step.text, step_page(step));
        owned(step.pack);
        write_costs(step);
        std::vector<const model::Case<Estimate>*> efforts;
        for (const auto* const one : cases_on(step.effort, exported_.on))
            if (one->value) efforts.push_back(one);
        out_.list("ceterms:estimatedDuration", efforts, [&](const model::Case<Estimate>* one) {
            const std::string hours = std::to_string(round_half_up(one->value->likely));
            const std::string when = one->when.is_empty() ? "" : " (" + one->when.text + ")";
            write_duration("PT" + hours + "H", {{{"nl", "uren les en studie" + when},
                                                 {"en", "hours of lessons and study" + when}}});
        });
        out_.end();
    }

    void write_credential(model::CredentialId id) {
        const model::Credential& credential = catalogue_[id];
        const model::Text title = or_id(credential.title, credential.id);
        begin("ceterms:Certification", urn("credential", credential.id), title, title,
              page(page_of(catalogue_, credential.source), urn("credential", credential.id)));
        out_.key("ceterms:credentialStatusType");
        align("Credential Status", {{{"en", "Active"}}}, "credentialStat:Active", {});
        owned(credential.pack);
        write_levels(credential);
        std::vector<const model::Step*> steps;
        for (const model::StepId step : exported_.steps)
            for (const Given& given : gives_of(catalogue_[step]))
                if (given.kind == Given::Kind::credential && given.credential == id)
                    steps.push_back(&catalogue_[step]);
        out_.list("ceterms:requires", steps, [&](const model::Step* step) {
            out_.begin("ceterms:ConditionProfile");
            out_.language_map("ceterms:name", or_id(step->title, step->id));
            out_.language_map("ceterms:description",
                              step->text.is_empty() ? or_id(step->title, step->id) : step->text);
            if (sort_of(*step) == StepSort::course)
                strings("ceterms:targetLearningOpportunity", {urn("course", step->id)});
            write_costs(*step);
            out_.end();
        });
        std::vector<const model::Step*> timed;
        for (const model::Step* const step : steps)
            if (xsd_duration(*step, exported_.on)) timed.push_back(step);
        out_.list("ceterms:estimatedDuration", timed, [&](const model::Step* step) {
            write_duration(*xsd_duration(*step, exported_.on), or_id(step->title, step->id));
        });
        out_.end();
    }

    void write_levels(const model::Credential& credential) {
        if (!credential.nlqf && !credential.eqf) return;
        out_.key("ceterms:audienceLevelType");
        out_.json().begin_array();
        if (credential.eqf)
            align("European Qualifications Framework",
                  {{{"en", "EQF " + std::to_string(*credential.eqf)}}},
                  "http://data.europa.eu/snb/eqf/" + std::to_string(*credential.eqf),
                  std::to_string(*credential.eqf));
        if (credential.nlqf)
            align("Nederlands kwalificatieraamwerk (NLQF)",
                  {{{"en", "NLQF " + std::to_string(*credential.nlqf)}}}, {},
                  std::to_string(*credential.nlqf));
        out_.json().end_array();
    }

    const Exported& exported_;
    const model::Catalogue& catalogue_;
    const model::Goal& goal_;
    LinkedData out_;
};

}  // namespace

std::string render_export_ctdl(const Exported& exported) { return CtdlWriter(exported).write(); }

}  // namespace wegwijzer::document
