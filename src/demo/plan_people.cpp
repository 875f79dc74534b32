// Who carries the goals of the invented municipality. All names are invented.

#include "demo/plan_builder.hpp"

namespace rodtrad::demo {

using domain::Role;

void tell_people(PlanBuilder& plan) {
    // Those who see to it that the work can be done
    plan.person("admin", "Maria Lindqvist", "KLK", "Systemförvaltare", Role::administrator, "");
    plan.person("controller", "Johan Ekström", "EKO", "Verksamhetscontroller", Role::controller, "");
    plan.person("strateg", "Fatima Rahimi", "KLK", "Kvalitetsstrateg", Role::controller, "");
    plan.person("uppgifter", "Peter Holm", "GRF", "Utredare", Role::data_supplier);
    plan.person("revisor", "Gunilla Stråhle", "KF", "Förtroendevald revisor", Role::reader, "");

    // Those who are elected
    plan.person("kommunalrad", "Karin Wallin", "KS", "Kommunstyrelsens ordförande", Role::politician, "");
    plan.person("bun.ordf", "Anders Nyström", "BUN", "Nämndens ordförande", Role::politician);
    plan.person("aln.ordf", "Eva Sjölund", "ALN", "Nämndens ordförande", Role::politician);
    plan.person("son.ordf", "Mikael Brandt", "SON", "Nämndens ordförande", Role::politician);
    plan.person("kfn.ordf", "Leila Haddad", "KFN", "Nämndens ordförande", Role::politician);
    plan.person("tsn.ordf", "Bo Hedman", "TSN", "Nämndens ordförande", Role::politician);

    // Those who lead
    plan.person("kommundirektor", "Ulrika Forsell", "KLK", "Kommundirektör", Role::manager, "LH");
    plan.person("bun.dir", "Stefan Åkerman", "GRF", "Grundskolechef", Role::manager);
    plan.person("forskolechef", "Annika Broman", "FSF", "Förskolechef", Role::manager);
    plan.person("gymnasiechef", "Henrik Palm", "GYF", "Gymnasiechef", Role::manager);
    plan.person("aldrechef", "Susanne Melin", "HTF", "Chef för hemtjänst och hemsjukvård", Role::manager);
    plan.person("boendechef", "Tomas Rydell", "SBF", "Chef för särskilda boenden", Role::manager);
    plan.person("ifochef", "Jenny Arvidsson", "IFF", "Chef för individ- och familjeomsorg", Role::manager);
    plan.person("stodchef", "Magnus Lövgren", "FSS", "Chef för funktionsstöd", Role::manager);
    plan.person("fritidschef", "Nadja Petrov", "FRF", "Fritidschef", Role::manager);
    plan.person("kulturchef", "Olof Strand", "KUF", "Kulturchef", Role::manager);
    plan.person("teknikchef", "Lars Dahlgren", "TEF", "Teknisk chef", Role::manager);
    plan.person("byggchef", "Sara Klint", "SBY", "Samhällsbyggnadschef", Role::manager);
    plan.person("hrchef", "Camilla Berg", "HRA", "HR-chef", Role::manager);
    plan.person("kontaktchef", "David Osman", "KCE", "Enhetschef", Role::manager);

    // Those who lead where it happens
    plan.person("rektor", "Anna Ek", "GSK13", "Rektor", Role::manager);
    plan.person("rektor.soder", "Björn Thulin", "GSK21", "Rektor", Role::manager);
    plan.person("rektor.ek", "Helena Moberg", "GSK05", "Rektor", Role::manager);
    plan.person("rektor.almens", "Lena Sandell", "FSK01", "Rektor", Role::manager);
    plan.person("rektor.lunden", "Yasmin Aydin", "FSK29", "Rektor", Role::manager);
    plan.person("chef.norr", "Robert Falk", "HTJ01", "Enhetschef", Role::manager);
    plan.person("chef.centrum", "Ingrid Noor", "HTJ02", "Enhetschef", Role::manager);
    plan.person("chef.almgarden", "Patrik Linder", "VOB01", "Enhetschef", Role::manager);
    plan.person("chef.familj", "Emma Stål", "BUT02", "Enhetschef", Role::manager);

    // Those who do it
    plan.person("larare", "Erik Sund", "GSK13A", "Lärare i matematik", Role::member, "GSK13");
    plan.person("larare.f6", "Maja Roos", "GSK13B", "Lärare i årskurs 3", Role::member, "GSK13");
    plan.person("specialpedagog", "Amina Yusuf", "EHT", "Specialpedagog", Role::member);
    plan.person("forskollarare", "Sofia Gran", "FSK01A", "Förskollärare", Role::member, "FSK01");
    plan.person("underskoterska", "Linda Kvist", "HTJ01A", "Undersköterska", Role::member, "HTJ01");
    plan.person("samordnare", "Ali Karimi", "HTJ01A", "Samordnare", Role::member, "HTJ01");
    plan.person("sjukskoterska", "Berit Aune", "VOB01A", "Sjuksköterska", Role::member, "VOB01");
    plan.person("socialsekreterare", "Oskar Wik", "BUT02", "Socialsekreterare", Role::member);
    plan.person("bibliotekarie", "Hanna Lilja", "BIB01", "Bibliotekarie", Role::member);
    plan.person("lokalvardare", "Kent Olofsson", "LVD", "Lokalvårdare", Role::member); // no goal reaches him yet
}

} // namespace rodtrad::demo
