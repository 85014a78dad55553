// SPDX-License-Identifier: Apache-2.0
#include "document/export.hpp"
#include "document/speaker.hpp"

namespace wegwijzer::document {
namespace {

using model::Given;

class SchemaOrgWriter {
public:
    explicit SchemaOrgWriter(const Exported& exported)
        : exported_(exported), catalogue_(exported.catalogue) {}

    std::string write() {
        JsonWriter& json = out_.json();
        json.begin_object();
        json.key("@context");
        json.begin_object();
        json.field("@vocab", "http://schema.org/");
        json.end_object();
        json.key("@graph");
        json.begin_array();
        write_programme();
        for (const model::CredentialId id : exported_.credentials) write_credential(catalogue_[id]);
        for (const model::StepId id : exported_.steps) {
            const model::Step& step = catalogue_[id];
            const StepSort sort = sort_of(step);
            if (is_course(sort)) write_course(step);
            if (sort == StepSort::service) write_service(step);
        }
        json.end_array();
        json.end_object();
        return json.take();
    }

private:
    static bool is_course(StepSort sort) {
        return sort == StepSort::course || sort == StepSort::exam;
    }

    void begin(std::string_view type, const std::string& id, std::string_view identifier,
               const model::Text& name) {
        out_.begin(type, id);
        out_.value("identifier", identifier);
        out_.texts("name", name);
    }

    void write_programme() {
        const model::Goal& goal = catalogue_[exported_.goal];
        begin("EducationalOccupationalProgram", urn("goal", goal.id), goal.id,
              or_id(goal.title, goal.id));
        if (const std::string page = page_of(catalogue_, goal.source); !page.empty())
            out_.reference("url", page);
        if (!goal.isco08.empty() || !goal.esco.empty()) {
            out_.key("occupationalCategory");
            out_.json().begin_array();
            if (!goal.isco08.empty()) write_code("ISCO-08", goal.isco08, {});
            if (!goal.esco.empty()) write_code("ESCO", goal.esco, goal.esco);
            out_.json().end_array();
        }
        std::vector<std::string> courses;
        for (const model::StepId id : exported_.steps)
            if (is_course(sort_of(catalogue_[id]))) courses.push_back(catalogue_[id].id);
        out_.list("hasCourse", courses,
                  [&](const std::string& id) { out_.reference(urn("step", id)); });
        out_.end();
    }

    void write_code(std::string_view set, const std::string& code, const std::string& page) {
        out_.begin("CategoryCode");
        out_.value("codeValue", code);
        out_.key("inCodeSet");
        out_.begin("CategoryCodeSet");
        out_.value("name", set);
        out_.end();
        if (!page.empty()) out_.reference("url", page);
        out_.end();
    }

    void write_credential(const model::Credential& credential) {
        begin("EducationalOccupationalCredential", urn("credential", credential.id), credential.id,
              or_id(credential.title, credential.id));
        std::vector<std::string> levels;
        if (credential.eqf) levels.push_back("EQF " + std::to_string(*credential.eqf));
        if (credential.nlqf) levels.push_back("NLQF " + std::to_string(*credential.nlqf));
        out_.list("educationalLevel", levels,
                  [&](const std::string& level) { out_.json().value(level); });
        out_.end();
    }

    void write_common(const model::Step& step) {
        if (!step.text.is_empty()) out_.texts("description", step.text);
        if (const std::string page = page_of(catalogue_, step); !page.empty())
            out_.reference("url", page);
        out_.key("provider");
        out_.begin("Organization");
        out_.texts("name", who_text(step));
        out_.end();
        out_.list("offers", prices_of(step, exported_.on), [&](const ExportedPrice& price) {
            out_.begin("Offer");
            out_.value("identifier", price.id);
            out_.texts("description", price_text(price));
            out_.value("price", euros(price.likely));
            out_.value("priceCurrency", "EUR");
            out_.end();
        });
    }

    void write_course(const model::Step& step) {
        begin("Course", urn("step", step.id), step.id, or_id(step.title, step.id));
        write_common(step);
        out_.list("coursePrerequisites", step.needs, [&](const model::Need& need) {
            out_.json().value(harmless(need_title(need).in("nl")));
        });
        std::vector<std::string> awarded;
        for (const Given& given : gives_of(step))
            if (given.kind == Given::Kind::credential)
                awarded.push_back(urn("credential", catalogue_[given.credential].id));
        out_.list("educationalCredentialAwarded", awarded,
                  [&](const std::string& id) { out_.reference(id); });
        out_.end();
    }

    void write_service(const model::Step& step) {
        begin("GovernmentService", urn("step", step.id), step.id, or_id(step.title, step.id));
        write_common(step);
        out_.end();
    }

    const Exported& exported_;
    const model::Catalogue& catalogue_;
    LinkedData out_;
};

}  // namespace

std::string render_export_schemaorg(const Exported& exported) {
    return SchemaOrgWriter(exported).write();
}

}  // namespace wegwijzer::document
